#include "core/trail/correction_note.h"

#include <algorithm>
#include <array>

#include "core/linking/words.h"
#include "core/text/tokens.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

enum class Place {
  label,     ///< opens the paragraph, followed by a mark, a date in brackets or nothing
  opening,   ///< opens the paragraph
  anywhere,  ///< at the start of any sentence of a note block, or of the paragraph
};

/// What must follow, in the same paragraph, for the phrase to count.
enum class Needs { nothing, purpose };

struct Phrase {
  std::string_view words;  ///< folded words, blanks between them
  NoteKind kind;
  Place place;
  Needs needs = Needs::nothing;
};

using enum NoteKind;

constexpr std::array phrases{
    Phrase{"correction", correction, Place::label},
    Phrase{"corrections", correction, Place::label},
    Phrase{"corrections and clarifications", correction, Place::label},
    Phrase{"correction and clarification", correction, Place::label},
    Phrase{"corrected on", correction, Place::opening},
    Phrase{"clarification", clarification, Place::label},
    Phrase{"clarifications", clarification, Place::label},
    Phrase{"erratum", correction, Place::label},
    Phrase{"editor's note", amendment, Place::label, Needs::purpose},
    Phrase{"editors' note", amendment, Place::label, Needs::purpose},
    Phrase{"retraction", correction, Place::label},
    Phrase{"update", amendment, Place::label, Needs::purpose},
    Phrase{"amended on", amendment, Place::opening},
    Phrase{"an earlier version of", correction, Place::anywhere},
    Phrase{"a previous version of", correction, Place::anywhere},
    Phrase{"earlier versions of", correction, Place::anywhere},
    Phrase{"a headline on an earlier version", correction, Place::anywhere},
    Phrase{"this article originally", correction, Place::anywhere},
    Phrase{"this story originally", correction, Place::anywhere},
    Phrase{"this article was corrected", correction, Place::anywhere},
    Phrase{"this article has been corrected", correction, Place::anywhere},
    Phrase{"this story was corrected", correction, Place::anywhere},
    Phrase{"this story has been corrected", correction, Place::anywhere},
    Phrase{"this report was corrected", correction, Place::anywhere},
    Phrase{"this report has been corrected", correction, Place::anywhere},
    Phrase{"this version corrects", correction, Place::anywhere},
    Phrase{"this article was amended", amendment, Place::anywhere},
    Phrase{"this article has been amended", amendment, Place::anywhere},
    Phrase{"this story was amended", amendment, Place::anywhere},
    Phrase{"this story has been amended", amendment, Place::anywhere},
    Phrase{"this report was amended", amendment, Place::anywhere},
    Phrase{"this report has been amended", amendment, Place::anywhere},
    Phrase{"this article was updated", amendment, Place::anywhere, Needs::purpose},
    Phrase{"this article has been updated", amendment, Place::anywhere, Needs::purpose},
    Phrase{"this story was updated", amendment, Place::anywhere, Needs::purpose},
    Phrase{"this story has been updated", amendment, Place::anywhere, Needs::purpose},
    Phrase{"this report was updated", amendment, Place::anywhere, Needs::purpose},
    Phrase{"this report has been updated", amendment, Place::anywhere, Needs::purpose},
    Phrase{"this piece has been updated", amendment, Place::anywhere, Needs::purpose},
    Phrase{"we have corrected", correction, Place::opening},
    Phrase{"berichtigung", correction, Place::label},
    Phrase{"korrektur", correction, Place::label},
    Phrase{"richtigstellung", correction, Place::label},
    Phrase{"korrekturhinweis", correction, Place::label},
    Phrase{"in einer früheren version", correction, Place::anywhere},
    Phrase{"in einer früheren fassung", correction, Place::anywhere},
    Phrase{"rectificatif", correction, Place::label},
    Phrase{"erratum", correction, Place::label},
    Phrase{"une première version de", correction, Place::anywhere},
    Phrase{"une version précédente de", correction, Place::anywhere},
    Phrase{"fe de errores", correction, Place::label},
    Phrase{"fe de erratas", correction, Place::label},
    Phrase{"corrección", correction, Place::label},
    Phrase{"rectificación", correction, Place::label},
    Phrase{"una versión anterior de", correction, Place::anywhere},
    Phrase{"correzione", correction, Place::label},
    Phrase{"rettifica", correction, Place::label},
    Phrase{"correção", correction, Place::label},
    Phrase{"uma versão anterior de", correction, Place::anywhere},
    Phrase{"sprostowanie", correction, Place::label},
    Phrase{"rectificatie", correction, Place::label},
    Phrase{"correctie", correction, Place::label},
    Phrase{"in een eerdere versie", correction, Place::anywhere},
    Phrase{"rättelse", correction, Place::label},
    Phrase{"исправление", correction, Place::label},
    Phrase{"виправлення", correction, Place::label},
};

/// Words that tell a purpose or an error from a stamp.
constexpr std::array purposes{
    "to reflect",
    "to correct",
    "to clarify",
    "to remove",
    "to include",
    "to make clear",
    "to add",
    "to fix",
    "to attribute",
    "to note",
    "to amend",
    "because",
    "incorrectly",
    "misstated",
    "wrongly",
    "mistakenly",
    "erroneously",
    "misspelled",
    "was wrong",
    "in error",
    "misidentified",
    "misattributed",
    "has been corrected",
    "was corrected",
    "earlier version",
    "previous version",
};

/// " word word ": folded words between blanks, so that phrases match at word edges.
std::string folded(std::string_view text) {
  std::string line = " ";
  for (const std::string& word : folded_words(text)) line += word + " ";
  return line;
}

bool has_purpose(const std::string& line) {
  return std::any_of(purposes.begin(), purposes.end(), [&](std::string_view purpose) {
    return line.find(" " + std::string(purpose) + " ") != std::string::npos;
  });
}

bool opens(const std::string& line, std::string_view phrase) {
  return line.compare(1, phrase.size(), phrase) == 0 && line[1 + phrase.size()] == ' ';
}

/// The mark behind the label's words decides: "Correction: …", "CORRECTION (26 April): …",
/// "Correction, 26 April:" and the word alone; never "Correction of the market …".
bool is_label(std::string_view paragraph, std::string_view phrase) {
  const auto words = 1 + std::count(phrase.begin(), phrase.end(), ' ');
  const TokenizedText text = take_apart(
      paragraph.substr(0, character_start(paragraph, std::min<std::size_t>(paragraph.size(), 96))),
      {});
  std::ptrdiff_t left = words;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens[i].kind == TokenKind::punctuation) {
      if (left > 0) continue;
      const std::string_view mark = text.word(i);
      return mark == ":" || mark == "(" || mark == "," || mark == "." || mark == "–" ||
             mark == "—" || mark == "-" || mark == "--" || mark == "[";
    }
    if (left == 0) return text.tokens[i].kind == TokenKind::symbol;
    // "Editor" and "'s" are two tokens and one folded word.
    if (text.tokens[i].space_before || i == 0) --left;
  }
  return left == 0;
}

std::vector<Span> sentences_of(std::string_view text, Span paragraph) {
  std::vector<Span> spans;
  for (const Sentence& sentence : take_apart(paragraph.of(text), {}).sentences) {
    spans.push_back({paragraph.start + sentence.span.start, paragraph.start + sentence.span.end});
  }
  return spans;
}

const Phrase* phrase_of(std::string_view text, Span paragraph, BlockKind block) {
  constexpr std::uint32_t longest_opening = 400;
  const std::string_view whole = paragraph.of(text);
  const std::string_view head =
      whole.substr(0, character_start(whole, std::min<std::size_t>(whole.size(), longest_opening)));
  const std::string line = folded(head);
  std::vector<std::string> sentences;
  if (block == BlockKind::note) {
    for (const Span sentence : sentences_of(text, paragraph)) {
      sentences.push_back(folded(sentence.of(text)));
    }
  }
  for (const Phrase& phrase : phrases) {
    bool found = opens(line, phrase.words);
    if (found && phrase.place == Place::label) found = is_label(head, phrase.words);
    if (!found && phrase.place == Place::anywhere) {
      found = std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
        return opens(sentence, phrase.words);
      });
    }
    if (found && (phrase.needs == Needs::nothing || has_purpose(folded(whole)))) return &phrase;
  }
  return nullptr;
}

CorrectionNote read_note(std::string_view text, Span paragraph, const Phrase& phrase) {
  CorrectionNote note;
  note.kind = phrase.kind;
  note.span = paragraph;
  note.words = paragraph.of(text);
  note.phrase = phrase.words;
  const TokenizedText parts = take_apart(note.words, {});
  const auto placed = [&](Span span) {
    return Span{paragraph.start + span.start, paragraph.start + span.end};
  };
  for (const Quotation& quotation : parts.quotations) {
    if (quotation.depth == 0) note.quotes.push_back(placed(quotation.inner));
  }
  for (const Token& token : parts.tokens) {
    if (token.kind == TokenKind::number) note.numbers.push_back(placed(token.span));
  }
  return note;
}

}  // namespace

std::vector<CorrectionNote> find_correction_notes(std::string_view text,
                                                  const std::vector<Block>& blocks) {
  std::vector<Block> parts = blocks;
  if (parts.empty())
    parts.push_back({BlockKind::body, {0, static_cast<std::uint32_t>(text.size())}});
  std::vector<CorrectionNote> notes;
  for (const Block& block : parts) {
    if (block.kind == BlockKind::headline) continue;
    for (const Span inner : take_apart(block.span.of(text), {}).paragraphs) {
      const Span paragraph{block.span.start + inner.start, block.span.start + inner.end};
      if (const Phrase* phrase = phrase_of(text, paragraph, block.kind)) {
        notes.push_back(read_note(text, paragraph, *phrase));
      }
    }
  }
  return notes;
}

bool names_change(const CorrectionNote& note, std::string_view text, std::string_view was,
                  std::string_view is) {
  const std::string changed = folded(was) + "|" + folded(is);
  const auto named = [&](Span span) {
    const std::string words = folded(span.of(text));
    return words.size() > 1 && changed.find(words) != std::string::npos;
  };
  return std::any_of(note.quotes.begin(), note.quotes.end(), named) ||
         std::any_of(note.numbers.begin(), note.numbers.end(), named);
}

const char* to_string(NoteKind value) {
  switch (value) {
    case NoteKind::clarification:
      return "clarification";
    case NoteKind::amendment:
      return "amendment";
    case NoteKind::correction:
      break;
  }
  return "correction";
}

}  // namespace claimtrail
