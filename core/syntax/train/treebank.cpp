#include "core/syntax/train/treebank.h"

#include <charconv>
#include <string_view>

#include <zlib.h>

namespace claimtrail::train {
namespace {

Result<std::string> read_gzip(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return failure("treebank-missing", "cannot open the treebank", path);
  std::string bytes;
  char buffer[1 << 16];
  int size = 0;
  while ((size = gzread(file, buffer, sizeof buffer)) > 0) {
    bytes.append(buffer, static_cast<std::size_t>(size));
  }
  gzclose(file);
  if (size < 0) return failure("treebank-damaged", "the treebank is not readable as gzip", path);
  return bytes;
}

std::vector<std::string_view> split(std::string_view line, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = line.find(at);
    parts.push_back(line.substr(0, end));
    if (end == line.npos) return parts;
    line.remove_prefix(end + 1);
  }
}

Relation fold_relation(std::string_view name) {
  static constexpr std::pair<std::string_view, Relation> kFolded[] = {
      {"nsubj:outer", Relation::nsubj}, {"csubj:pass", Relation::csubj},
      {"csubj:outer", Relation::csubj}, {"advcl:relcl", Relation::advcl},
      {"nmod:desc", Relation::nmod},    {"nmod:unmarked", Relation::nmod},
      {"det:predet", Relation::det},    {"cc:preconj", Relation::cc},
      {"case", Relation::case_mark},
  };
  for (const auto& [from, to] : kFolded) {
    if (from == name) return to;
  }
  return value_of(kRelationNames, name).value_or(Relation::dep);
}

/// Where the words stand in the text; false where they do not follow one another.
bool place_words(TreebankSentence& sentence) {
  std::size_t at = 0;
  for (TreebankWord& word : sentence.words) {
    const auto found = sentence.text.find(word.form, at);
    if (found == std::string::npos) return false;
    for (std::size_t i = at; i < found; ++i) {
      const auto byte = static_cast<unsigned char>(sentence.text[i]);
      if (byte > ' ' && byte < 0x80) return false;
    }
    word.span = {static_cast<std::uint32_t>(found),
                 static_cast<std::uint32_t>(found + word.form.size())};
    at = found + word.form.size();
  }
  return true;
}

}  // namespace

Result<std::vector<TreebankSentence>> read_treebank(const std::string& path) {
  const auto bytes = read_gzip(path);
  if (!bytes) return tl::unexpected(bytes.error());
  std::vector<TreebankSentence> sentences;
  TreebankSentence sentence;
  int document = -1;
  for (const std::string_view line : split(*bytes, '\n')) {
    if (line.empty()) {
      sentence.document = document;
      if (!sentence.words.empty() && place_words(sentence)) sentences.push_back(sentence);
      sentence = {};
      continue;
    }
    if (line.starts_with("# newdoc")) ++document;
    if (line.starts_with("# text = ")) sentence.text = line.substr(9);
    if (line[0] == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() < 8 || fields[0].find_first_of("-.") != std::string_view::npos) continue;
    TreebankWord word;
    word.form = fields[1];
    word.tag = value_of(kPartOfSpeechNames, fields[4]).value_or(PartOfSpeech::nn);
    word.relation = fold_relation(fields[7]);
    std::from_chars(fields[6].data(), fields[6].data() + fields[6].size(), word.head);
    --word.head;
    sentence.words.push_back(word);
  }
  return sentences;
}

}  // namespace claimtrail::train
