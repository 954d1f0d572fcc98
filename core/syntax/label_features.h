#pragma once

#include <cstddef>

#include "core/syntax/parse_features.h"
#include "core/syntax/relation.h"

namespace claimtrail {

inline constexpr std::size_t kMostLabelFeatures = 56;

/// The children of each node of a finished tree, in order.
struct ChildLists {
  std::vector<std::int16_t> first;
  std::vector<std::int16_t> last;
  std::vector<std::int16_t> next;
  std::vector<std::int16_t> previous;

  /// `heads` over the tokens; the root is node `heads.size()`.
  void make(std::span<const std::int16_t> heads) {
    const std::size_t size = heads.size() + 1;
    first.assign(size, kNoNode);
    last.assign(size, kNoNode);
    next.assign(size, kNoNode);
    previous.assign(size, kNoNode);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const auto head = static_cast<std::size_t>(heads[i]);
      const auto child = static_cast<std::int16_t>(i);
      previous[i] = last[head];
      if (last[head] == kNoNode) {
        first[head] = child;
      } else {
        next[static_cast<std::size_t>(last[head])] = child;
      }
      last[head] = child;
    }
  }
};

/// Writes the features for naming the relation of token `at` to its head, given the tree and the
/// relations named before it in the sentence.
inline std::size_t label_features(const ParseWords& words, std::span<const std::int16_t> heads,
                                  const ChildLists& children, std::span<const Relation> relations,
                                  std::size_t at, std::uint64_t (&out)[kMostLabelFeatures]) {
  const int self = static_cast<int>(at);
  const int head = heads[at];
  const bool at_root = head == words.size;
  const int above = at_root ? kNoNode : heads[static_cast<std::size_t>(head)];
  const bool left = self < head;
  const ParseWord& D = words.at(self);
  const ParseWord& H = words.at(head);
  const ParseWord& A = words.at(above);
  const ParseWord& P = words.at(self - 1);
  const ParseWord& N = words.at(self + 1 < words.size ? self + 1 : kNoNode);
  const ParseWord& C0 = words.at(children.first[at]);
  const int second = children.first[at] == kNoNode
                         ? kNoNode
                         : children.next[static_cast<std::size_t>(children.first[at])];
  const ParseWord& C1 = words.at(second);
  const ParseWord& CL = words.at(children.last[at]);
  const int previous = children.previous[at];
  const int next = children.next[at];
  const ParseWord& SP = words.at(previous);
  const ParseWord& SN = words.at(next);
  const int far = next == kNoNode ? kNoNode : children.next[static_cast<std::size_t>(next)];
  const ParseWord& SN2 = words.at(far);
  std::uint64_t used = 0;  // which relations the head has already
  std::uint64_t last_used = 63;
  for (int child = previous; child != kNoNode && self - child < 64;
       child = children.previous[static_cast<std::size_t>(child)]) {
    const auto relation = static_cast<std::uint64_t>(relations[static_cast<std::size_t>(child)]);
    if (last_used == 63) last_used = relation;
    if (relation != static_cast<std::uint64_t>(Relation::punct)) used |= 1ULL << relation;
  }
  std::uint64_t inner = 0;  // tags of own children that decide what kind of clause this is
  int steps = 0;
  bool finite = false;
  bool subject = false;
  bool passive = false;
  bool to = false;
  for (int child = children.first[at]; child != kNoNode && steps < 32;
       child = children.next[static_cast<std::size_t>(child)], ++steps) {
    const auto tag = static_cast<PartOfSpeech>(words.at(child).tag);
    if (child < self) {
      finite |= tag == PartOfSpeech::md || tag == PartOfSpeech::vbd || tag == PartOfSpeech::vbz ||
                tag == PartOfSpeech::vbp;
      passive |= tag == PartOfSpeech::vbn || tag == PartOfSpeech::vbd;
      subject |= tag <= PartOfSpeech::ex;
      to |= tag == PartOfSpeech::to;
    }
  }
  inner = static_cast<std::uint64_t>(finite) | static_cast<std::uint64_t>(subject) << 1 |
          static_cast<std::uint64_t>(passive) << 2 | static_cast<std::uint64_t>(to) << 3;
  std::uint64_t head_aux = 0;  // auxiliaries of the head: passive or not
  if (!at_root) {
    steps = 0;
    for (int child = children.first[static_cast<std::size_t>(head)];
         child != kNoNode && child < head && steps < 32;
         child = children.next[static_cast<std::size_t>(child)], ++steps) {
      const std::uint64_t tag = words.at(child).tag;
      if (tag >= static_cast<std::uint64_t>(PartOfSpeech::vb) &&
          tag <= static_cast<std::uint64_t>(PartOfSpeech::md)) {
        head_aux = words.at(child).word;
      }
    }
  }
  const std::uint64_t direction = left ? 1 : 2;
  const std::uint64_t pair = (D.tag << 7 | H.tag) << 2 | direction;
  const std::uint64_t apart = left ? distance(self, head) : distance(head, self);
  const std::uint64_t gap = at_root ? 127 : left ? between(D, H) : between(H, D);
  std::size_t size = 0;
  unsigned number = 0;
  const auto add = [&](auto... parts) { out[size++] = feature(number++, parts...); };
  add(pair);
  add(D.both, direction);
  add(H.both, direction);
  add(D.word, H.tag, direction);
  add(D.tag, H.word, direction);
  add(D.word, H.word, direction);
  add(pair, apart);
  add(pair, gap);
  add(pair, P.tag);
  add(pair, N.tag);
  add(pair, C0.tag);
  add(pair, C0.word);
  add(C0.word, H.word, direction);
  add(pair, CL.tag);
  add(C0.word, C1.word, D.tag);
  add(pair, C0.tag, C1.tag);
  add(pair, inner);
  add(D.word, inner);
  add(H.word, inner, direction);
  add(pair, SP.tag);
  add(pair, SN.tag);
  add(pair, SP.tag, SN.tag);
  add(pair, SN.word);
  add(H.word, SN.tag, direction, D.tag);
  add(pair, SN.tag, SN2.tag);
  add(pair, last_used);
  add(H.word, last_used, direction, D.tag);
  add(pair, used);
  add(pair, A.tag);
  add(pair, A.word);
  add(pair, head_aux);
  add(pair, head_aux,
      used & (1ULL << static_cast<int>(Relation::nsubj) |
              1ULL << static_cast<int>(Relation::nsubj_pass)));
  add(D.word, H.tag, next == kNoNode, previous == kNoNode, direction);
  add(pair, next == kNoNode, previous == kNoNode);
  add(D.word, N.word);
  add(D.cluster, H.cluster, direction);
  add(C0.word, D.cluster, H.tag, direction);
  add(D.tag, H.word, C0.word, direction);
  add(pair, D.quoted, H.quoted);
  add(C0.both, D.tag, inner);
  add(D.word, last_used, H.tag, direction);
  add(pair, gap, inner, C0.word);
  return size;
}

}  // namespace claimtrail
