#include "core/quantity/nouns.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace claimtrail {
namespace {

using WordSet = std::unordered_set<std::string_view>;

// Singular forms; regular plurals follow by rule.
const WordSet& person_nouns() {
  static const WordSet words{"person",        "people",
                             "persons",       "man",
                             "men",           "woman",
                             "women",         "child",
                             "children",      "boy",
                             "girl",          "baby",
                             "infant",        "toddler",
                             "kid",           "teen",
                             "teenager",      "adult",
                             "adolescent",    "youth",
                             "youngster",     "elder",
                             "pensioner",     "senior",
                             "troop",         "troops",
                             "soldier",       "serviceman",
                             "servicemen",    "servicewoman",
                             "servicewomen",  "servicemember",
                             "marine",        "sailor",
                             "airman",        "airmen",
                             "paratrooper",   "reservist",
                             "conscript",     "recruit",
                             "officer",       "commander",
                             "general",       "colonel",
                             "militant",      "militiaman",
                             "militiamen",    "insurgent",
                             "rebel",         "terrorist",
                             "extremist",     "jihadist",
                             "jihadi",        "fighter",
                             "gunman",        "gunmen",
                             "combatant",     "mercenary",
                             "guerrilla",     "guard",
                             "guardsman",     "guardsmen",
                             "bodyguard",     "peacekeeper",
                             "veteran",       "personnel",
                             "infantryman",   "infantrymen",
                             "sniper",        "bomber",
                             "attacker",      "assailant",
                             "shooter",       "hostage",
                             "captive",       "prisoner",
                             "inmate",        "detainee",
                             "convict",       "suspect",
                             "defendant",     "criminal",
                             "offender",      "gangster",
                             "thief",         "robber",
                             "burglar",       "smuggler",
                             "trafficker",    "looter",
                             "pirate",        "hacker",
                             "victim",        "survivor",
                             "casualty",      "fatality",
                             "death",         "dead",
                             "wounded",       "injured",
                             "missing",       "killed",
                             "hurt",          "deceased",
                             "martyr",        "bystander",
                             "witness",       "patient",
                             "doctor",        "nurse",
                             "medic",         "paramedic",
                             "surgeon",       "physician",
                             "dentist",       "pharmacist",
                             "midwife",       "midwives",
                             "caregiver",     "carer",
                             "rescuer",       "firefighter",
                             "fireman",       "firemen",
                             "responder",     "policeman",
                             "policemen",     "policewoman",
                             "policewomen",   "police",
                             "cop",           "deputy",
                             "sheriff",       "agent",
                             "detective",     "investigator",
                             "inspector",     "trooper",
                             "civilian",      "citizen",
                             "resident",      "villager",
                             "inhabitant",    "townspeople",
                             "local",         "islander",
                             "settler",       "neighbor",
                             "neighbour",     "homeowner",
                             "tenant",        "migrant",
                             "refugee",       "immigrant",
                             "emigrant",      "asylum-seeker",
                             "evacuee",       "expatriate",
                             "expat",         "foreigner",
                             "national",      "native",
                             "traveler",      "traveller",
                             "tourist",       "visitor",
                             "guest",         "passenger",
                             "commuter",      "pedestrian",
                             "cyclist",       "motorist",
                             "driver",        "biker",
                             "motorcyclist",  "pilot",
                             "skipper",       "captain",
                             "crewman",       "crewmen",
                             "crewmember",    "astronaut",
                             "cosmonaut",     "worker",
                             "employee",      "staffer",
                             "staff",         "laborer",
                             "labourer",      "miner",
                             "farmer",        "fisherman",
                             "fishermen",     "engineer",
                             "scientist",     "researcher",
                             "expert",        "analyst",
                             "economist",     "teacher",
                             "professor",     "lecturer",
                             "student",       "pupil",
                             "schoolchild",   "schoolchildren",
                             "schoolgirl",    "schoolboy",
                             "graduate",      "undergraduate",
                             "apprentice",    "trainee",
                             "intern",        "volunteer",
                             "activist",      "protester",
                             "protestor",     "demonstrator",
                             "marcher",       "rioter",
                             "striker",       "campaigner",
                             "organizer",     "organiser",
                             "supporter",     "follower",
                             "fan",           "spectator",
                             "attendee",      "participant",
                             "delegate",      "member",
                             "official",      "lawmaker",
                             "legislator",    "senator",
                             "congressman",   "congressmen",
                             "congresswoman", "congresswomen",
                             "deputy",        "mp",
                             "mps",           "councillor",
                             "councilor",     "councilman",
                             "minister",      "politician",
                             "candidate",     "voter",
                             "elector",       "diplomat",
                             "ambassador",    "envoy",
                             "president",     "governor",
                             "mayor",         "leader",
                             "dissident",     "journalist",
                             "reporter",      "editor",
                             "correspondent", "photographer",
                             "cameraman",     "cameramen",
                             "writer",        "author",
                             "artist",        "actor",
                             "actress",       "actresses",
                             "musician",      "singer",
                             "dancer",        "performer",
                             "player",        "athlete",
                             "swimmer",       "runner",
                             "footballer",    "golfer",
                             "boxer",         "wrestler",
                             "coach",         "referee",
                             "lawyer",        "attorney",
                             "prosecutor",    "judge",
                             "juror",         "priest",
                             "bishop",        "cleric",
                             "imam",          "monk",
                             "nun",           "pastor",
                             "rabbi",         "worshipper",
                             "worshiper",     "pilgrim",
                             "believer",      "muslim",
                             "christian",     "jew",
                             "hindu",         "catholic",
                             "customer",      "client",
                             "consumer",      "shopper",
                             "buyer",         "seller",
                             "subscriber",    "viewer",
                             "listener",      "reader",
                             "user",          "investor",
                             "shareholder",   "trader",
                             "broker",        "banker",
                             "manager",       "executive",
                             "director",      "ceo",
                             "boss",          "founder",
                             "entrepreneur",  "contractor",
                             "subcontractor", "merchant",
                             "vendor",        "shopkeeper",
                             "owner",         "taxpayer",
                             "borrower",      "applicant",
                             "claimant",      "beneficiary",
                             "recipient",     "donor",
                             "orphan",        "widow",
                             "parent",        "mother",
                             "father",        "son",
                             "daughter",      "brother",
                             "sister",        "sibling",
                             "grandchild",    "grandchildren",
                             "grandparent",   "relative",
                             "spouse",        "wife",
                             "wives",         "husband",
                             "couple",        "friend",
                             "colleague",     "classmate",
                             "peer",          "hiker",
                             "climber",       "camper",
                             "skier",         "surfer",
                             "diver",         "hunter",
                             "hero",          "american",
                             "briton",        "brit",
                             "german",        "french",
                             "israeli",       "iraqi",
                             "pakistani",     "afghan",
                             "turk",          "kurd",
                             "arab",          "dane",
                             "finn",          "spaniard",
                             "greek",         "czech",
                             "slovak",        "serb",
                             "croat",         "saudi",
                             "yemeni",        "bangladeshi",
                             "thai",          "filipino",
                             "cuban",         "uzbek",
                             "tajik",         "kazakh",
                             "chechen",       "houthi",
                             "uyghur",        "rohingya",
                             "chinese",       "japanese",
                             "portuguese",    "vietnamese",
                             "lebanese",      "sudanese",
                             "dutch",         "swiss",
                             "irish",         "english",
                             "welsh",         "specialist",
                             "technician",    "mechanic",
                             "electrician",   "carpenter",
                             "builder",       "chef",
                             "cook",          "waiter",
                             "waitress",      "cleaner",
                             "caretaker",     "janitor",
                             "guardian",      "clerk",
                             "secretary",     "assistant",
                             "aide",          "adviser",
                             "advisor",       "consultant",
                             "counselor",     "therapist",
                             "psychologist",  "historian",
                             "librarian",     "programmer",
                             "developer",     "designer",
                             "architect",     "human",
                             "soul",          "individual",
                             "adherent",      "gunner",
                             "instructor",    "operative",
                             "operator",      "backer",
                             "opponent",      "rival",
                             "heir",          "descendant",
                             "minor",         "newborn",
                             "newcomer",      "defector",
                             "deserter",      "escapee",
                             "fugitive",      "perpetrator",
                             "abuser",        "accomplice",
                             "plaintiff",     "signatory",
                             "respondent",    "colleagues",
                             "partygoer",     "concertgoer",
                             "churchgoer",    "mourner",
                             "reveler",       "reveller",
                             "holidaymaker",  "vacationer",
                             "beachgoer",     "schoolkid",
                             "seafarer",      "stowaway",
                             "castaway",      "hostage-taker"};
  return words;
}

const WordSet& people_groups() {
  static const WordSet words{"workforce",  "army",       "force",    "crowd",        "garrison",
                             "contingent", "crew",       "audience", "congregation", "membership",
                             "delegation", "staff",      "brigade",  "battalion",    "corps",
                             "population", "electorate", "payroll",  "throng",       "rally"};
  return words;
}

// Plurals no rule sees, and nouns counted without one.
const WordSet& irregular_plurals() {
  static const WordSet words{
      "people",        "men",         "women",       "children",    "troops",
      "police",        "personnel",   "staff",       "dead",        "wounded",
      "injured",       "missing",     "killed",      "hurt",        "servicemen",
      "servicewomen",  "policemen",   "policewomen", "firemen",     "fishermen",
      "gunmen",        "militiamen",  "airmen",      "crewmen",     "congressmen",
      "congresswomen", "cameramen",   "guardsmen",   "infantrymen", "schoolchildren",
      "grandchildren", "townspeople", "wives",       "midwives",    "mps",
      "aircraft",      "spacecraft",  "hovercraft",  "cattle",      "sheep",
      "deer",          "fish",        "salmon",      "livestock",   "poultry",
      "swine",         "horse",       "feet",        "teeth",       "geese",
      "mice",          "lice",        "oxen",        "species",     "series",
      "criteria",      "phenomena",   "data",        "media",       "bacteria",
      "leaves",        "knives",      "lives",       "wolves",      "calves",
      "shelves",       "crew",        "clergy",      "infantry",    "cavalry",
      "youth",         "passersby",   "offspring",   "ships",       "headquarters",
      "works",         "barracks",    "crossroads",  "chinese",     "japanese",
      "vietnamese",    "portuguese",  "lebanese",    "sudanese",    "rohingya",
      "stadia",        "fungi"};
  return words;
}

const WordSet& no_plurals() {
  static const WordSet words{
      "this",        "was",        "has",        "is",           "as",          "its",
      "his",         "does",       "goes",       "us",           "yes",         "thus",
      "plus",        "minus",      "versus",     "less",         "across",      "always",
      "perhaps",     "towards",    "besides",    "news",         "afterwards",  "overseas",
      "sometimes",   "gas",        "bus",        "basis",        "crisis",      "analysis",
      "campus",      "status",     "virus",      "census",       "says",        "ours",
      "theirs",      "hers",       "yours",      "whereas",      "sars",        "alas",
      "nowadays",    "upwards",    "downwards",  "backwards",    "forwards",    "indoors",
      "outdoors",    "upstairs",   "downstairs", "his",          "texas",       "kansas",
      "arkansas",    "paris",      "hamas",      "laos",         "politics",    "economics",
      "athletics",   "gymnastics", "christmas",  "mars",         "james",       "cannabis",
      "coronavirus", "bias",       "canvas",     "atlas",        "corpus",      "bonus",
      "chorus",      "focus",      "genius",     "radius",       "surplus",     "consensus",
      "congress",    "business",   "access",     "process",      "progress",    "success",
      "loss",        "class",      "mass",       "cross",        "press",       "dress",
      "glass",       "unless",     "doubtless",  "nevertheless", "nonetheless", "means",
      "regardless",  "makes",      "takes",      "comes",        "gets",        "gives",
      "wants",       "keeps",      "remains",    "includes",     "becomes",     "seems",
      "appears",     "begins"};
  return words;
}

const WordSet& stop_words() {
  static const WordSet words{"a",
                             "an",
                             "the",
                             "this",
                             "that",
                             "these",
                             "those",
                             "my",
                             "your",
                             "his",
                             "her",
                             "its",
                             "our",
                             "their",
                             "i",
                             "you",
                             "he",
                             "she",
                             "it",
                             "we",
                             "they",
                             "me",
                             "him",
                             "us",
                             "them",
                             "himself",
                             "herself",
                             "itself",
                             "themselves",
                             "who",
                             "whom",
                             "whose",
                             "which",
                             "what",
                             "when",
                             "where",
                             "why",
                             "how",
                             "whether",
                             "if",
                             "of",
                             "in",
                             "on",
                             "at",
                             "by",
                             "for",
                             "from",
                             "to",
                             "with",
                             "without",
                             "within",
                             "into",
                             "onto",
                             "over",
                             "under",
                             "above",
                             "below",
                             "about",
                             "around",
                             "after",
                             "before",
                             "since",
                             "until",
                             "till",
                             "during",
                             "through",
                             "throughout",
                             "between",
                             "among",
                             "amongst",
                             "against",
                             "across",
                             "along",
                             "behind",
                             "beside",
                             "besides",
                             "beyond",
                             "near",
                             "off",
                             "out",
                             "outside",
                             "inside",
                             "past",
                             "per",
                             "up",
                             "down",
                             "upon",
                             "toward",
                             "towards",
                             "via",
                             "versus",
                             "vs",
                             "vs.",
                             "as",
                             "than",
                             "like",
                             "unlike",
                             "despite",
                             "except",
                             "including",
                             "excluding",
                             "following",
                             "amid",
                             "and",
                             "or",
                             "but",
                             "nor",
                             "so",
                             "yet",
                             "because",
                             "although",
                             "though",
                             "while",
                             "whereas",
                             "unless",
                             "once",
                             "is",
                             "are",
                             "was",
                             "were",
                             "be",
                             "been",
                             "being",
                             "am",
                             "has",
                             "have",
                             "had",
                             "having",
                             "do",
                             "does",
                             "did",
                             "done",
                             "will",
                             "would",
                             "shall",
                             "should",
                             "can",
                             "could",
                             "may",
                             "might",
                             "must",
                             "not",
                             "n't",
                             "no",
                             "said",
                             "say",
                             "says",
                             "saying",
                             "told",
                             "also",
                             "then",
                             "there",
                             "here",
                             "now",
                             "ago",
                             "later",
                             "earlier",
                             "today",
                             "yesterday",
                             "tomorrow",
                             "tonight",
                             "apiece",
                             "each",
                             "every",
                             "all",
                             "both",
                             "either",
                             "neither",
                             "some",
                             "any",
                             "more",
                             "most",
                             "less",
                             "fewer",
                             "few",
                             "many",
                             "much",
                             "several",
                             "too",
                             "very",
                             "just",
                             "only",
                             "even",
                             "still",
                             "already",
                             "again",
                             "away",
                             "back",
                             "together",
                             "alone",
                             "apart",
                             "ahead",
                             "left",
                             "remain",
                             "remained",
                             "remains",
                             "went",
                             "go",
                             "goes",
                             "going",
                             "came",
                             "come",
                             "comes",
                             "coming",
                             "got",
                             "get",
                             "gets",
                             "took",
                             "take",
                             "takes",
                             "made",
                             "make",
                             "makes",
                             "making",
                             "gave",
                             "give",
                             "gives",
                             "used",
                             "use",
                             "put",
                             "live",
                             "lived",
                             "died",
                             "dies",
                             "die",
                             "dying",
                             "fled",
                             "flee",
                             "fell",
                             "fall",
                             "rose",
                             "rise",
                             "grew",
                             "grow",
                             "became",
                             "become",
                             "began",
                             "begin",
                             "ran",
                             "run",
                             "held",
                             "hold",
                             "kept",
                             "keep",
                             "lost",
                             "lose",
                             "won",
                             "win",
                             "met",
                             "meet",
                             "sat",
                             "stood",
                             "stand",
                             "took",
                             "marched",
                             "gathered",
                             "attended",
                             "voted",
                             "backed",
                             "burned",
                             "burnt",
                             "signed",
                             "joined",
                             "arrived",
                             "escaped",
                             "survived",
                             "worked",
                             "work",
                             "walked",
                             "tried",
                             "say",
                             "thought",
                             "think",
                             "knew",
                             "know",
                             "saw",
                             "see",
                             "seen",
                             "according",
                             "due",
                             "such",
                             "same",
                             "that's",
                             "there's",
                             "'s",
                             "'re",
                             "'ve",
                             "'ll",
                             "'d",
                             "'m",
                             "january",
                             "february",
                             "april",
                             "june",
                             "july",
                             "august",
                             "september",
                             "october",
                             "november",
                             "december",
                             "monday",
                             "tuesday",
                             "wednesday",
                             "thursday",
                             "friday",
                             "saturday",
                             "sunday",
                             "higher",
                             "lower",
                             "wide",
                             "long",
                             "deep",
                             "tall",
                             "high",
                             "thick",
                             "old",
                             "worth",
                             "instead",
                             "east",
                             "west",
                             "however",
                             "meanwhile",
                             "almost",
                             "nearly",
                             "roughly",
                             "approximately",
                             "killing",
                             "wounding",
                             "injuring",
                             "leaving",
                             "according",
                             "involving",
                             "representing",
                             "making",
                             "covering",
                             "using",
                             "causing",
                             "reported",
                             "came",
                             "comes"};
  return words;
}

std::string singular(std::string_view word) {
  std::string text(word);
  const auto ends = [&text](std::string_view ending) { return text.ends_with(ending); };
  if (text == "people" || text == "persons") return "person";
  if (ends("men") && text.size() > 3) return text.substr(0, text.size() - 2) + "an";
  if (text == "men") return "man";
  if (ends("children")) return text.substr(0, text.size() - 3);
  if (text == "feet") return "foot";
  if (ends("wives") || ends("knives") || ends("lives"))
    return text.substr(0, text.size() - 3) + "fe";
  if (ends("ies") && text.size() > 4) return text.substr(0, text.size() - 3) + "y";
  if (ends("sses") || ends("shes") || ends("ches") || ends("xes"))
    return text.substr(0, text.size() - 2);
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is") && text.size() > 2) text.pop_back();
  return text;
}

/// "Two of Johnson's deputies": the possessor is passed over.
std::size_t past_determiner(const TokenizedText& text, std::size_t at, std::size_t limit) {
  static const WordSet determiners{"the", "its",  "his",   "her", "their", "our",
                                   "my",  "your", "those", "all", "these"};
  if (at < limit && text.lower[at] == "all") ++at;
  if (at < limit && determiners.contains(text.lower[at])) ++at;
  return at;
}

}  // namespace

bool is_person_noun(std::string_view word, bool capitalised) {
  if (person_nouns().contains(word)) return true;
  const std::string one = singular(word);
  if (person_nouns().contains(one)) return true;
  if (one.size() > 6 && (one.ends_with("ist") || one.ends_with("ologist")))
    return one != "checklist" && one != "playlist" && one != "shortlist";
  if (one.ends_with("woman") ||
      (one.ends_with("man") && one != "human" && one != "german" && one.size() > 5))
    return true;
  // Nationals: "Ukrainians", "Venezuelans".
  return capitalised && one.size() > 5 &&
         (one.ends_with("ian") || one.ends_with("ean") || one.ends_with("can") ||
          one.ends_with("lan"));
}

bool is_people_group(std::string_view word) { return people_groups().contains(word); }

std::string_view noun_class(std::string_view head) {
  static const std::unordered_map<std::string_view, std::string_view> classes{
      {"vehicle", "vehicle"},       {"car", "vehicle"},
      {"truck", "vehicle"},         {"bus", "vehicle"},
      {"lorry", "vehicle"},         {"van", "vehicle"},
      {"tank", "armored vehicle"},  {"carrier", "armored vehicle"},
      {"aircraft", "aircraft"},     {"plane", "aircraft"},
      {"airplane", "aircraft"},     {"jet", "aircraft"},
      {"warplane", "aircraft"},     {"helicopter", "aircraft"},
      {"drone", "drone"},           {"uav", "drone"},
      {"ship", "vessel"},           {"boat", "vessel"},
      {"vessel", "vessel"},         {"warship", "vessel"},
      {"ferry", "vessel"},          {"building", "building"},
      {"home", "building"},         {"house", "building"},
      {"apartment", "building"},    {"dwelling", "building"},
      {"structure", "building"},    {"property", "building"},
      {"missile", "missile"},       {"rocket", "missile"},
      {"shell", "shell"},           {"round", "shell"},
      {"village", "settlement"},    {"town", "settlement"},
      {"settlement", "settlement"}, {"city", "settlement"},
      {"death", "person"},          {"fatality", "person"},
      {"casualty", "person"},       {"life", "person"},
      {"injury", "person"},         {"job", "job"},
      {"position", "job"},          {"post", "job"},
      {"school", "school"},         {"hospital", "hospital"}};
  if (is_person_noun(head, false)) return "person";
  const auto found = classes.find(singular(head));
  return found == classes.end() ? std::string_view{} : found->second;
}

bool ends_noun_phrase(std::string_view word) { return stop_words().contains(word); }

bool is_plural(std::string_view word) {
  if (irregular_plurals().contains(word)) return true;
  if (word.size() < 4 || word.back() != 's') return false;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") || word.ends_with("'s"))
    return false;
  return !no_plurals().contains(word);
}

NounPhrase read_noun(const TokenizedText& text, std::size_t at, std::size_t limit,
                     bool singular_allowed) {
  static const WordSet relative_words{"more", "other", "others", "additional", "further", "extra"};
  NounPhrase phrase;
  limit = std::min(limit, text.tokens.size());
  std::size_t here = at;
  bool hyphenated = here < limit && text.lower[here] == "-" && !text.tokens[here].space_before;
  if (hyphenated) {
    ++here;
    if (here >= limit || text.tokens[here].space_before ||
        text.tokens[here].kind != TokenKind::word)
      return phrase;
  }
  while (here < limit && relative_words.contains(text.lower[here]) && here < at + 2) {
    phrase.relative = true;
    if (text.lower[here] == "others") {
      phrase.first = phrase.head = here;
      phrase.last = here + 1;
      return phrase;
    }
    ++here;
  }
  if (here < limit && text.lower[here] == "of") {
    here = past_determiner(text, here + 1, limit);
    while (here < limit && text.tokens[here].kind == TokenKind::number) ++here;
    singular_allowed = false;
    // A possessor: "of Johnson's deputies".
    for (std::size_t i = here; i < std::min(limit, here + 4); ++i) {
      if (text.lower[i] == "'s") {
        here = i + 1;
        break;
      }
      if (text.tokens[i].kind != TokenKind::word || ends_noun_phrase(text.lower[i])) break;
    }
  }
  const std::size_t first = here;
  std::size_t head = limit;
  std::size_t end = here;
  constexpr std::size_t kMostWords = 7;
  for (; here < limit && here < first + kMostWords; ++here) {
    const Token& token = text.tokens[here];
    if (text.lower[here] == "-" && !token.space_before && here > first && here + 1 < limit &&
        !text.tokens[here + 1].space_before && text.tokens[here + 1].kind == TokenKind::word) {
      continue;
    }
    if (token.kind != TokenKind::word || ends_noun_phrase(text.lower[here])) break;
    if (text.lower[here].front() == '\'') break;
    const bool joined =
        here + 1 < limit && text.lower[here + 1] == "-" && !text.tokens[here + 1].space_before;
    end = here + 1;
    if (joined || !is_plural(text.lower[here])) continue;
    head = here;
    const std::size_t next = here + 1;
    const bool goes_on = next < limit && text.tokens[next].kind == TokenKind::word &&
                         !ends_noun_phrase(text.lower[next]) && is_plural(text.lower[next]);
    if (!goes_on) break;
  }
  if (head == limit) {
    const bool closed = end > first && end <= first + 3;
    if (!closed) return phrase;
    const std::string_view last = text.lower[end - 1];
    const bool verb = last.ends_with("ed") || last.ends_with("ing") || last.ends_with("ly");
    if (hyphenated) {
      end = first + 1;
      if (verb) return phrase;
    } else if ((!singular_allowed || verb) && !is_people_group(last) &&
               !is_person_noun(last, false)) {
      return phrase;
    }
    head = end - 1;
  }
  phrase.first = first;
  phrase.last = head + 1;
  phrase.head = head;
  phrase.person = is_person_noun(text.lower[head], text.tokens[head].capitalised) ||
                  (hyphenated && is_people_group(text.lower[head]));
  return phrase;
}

}  // namespace claimtrail
