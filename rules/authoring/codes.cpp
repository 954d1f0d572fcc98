#include <array>

#include "rules/rule.h"

namespace claimtrail {
namespace {

constexpr DiagnosticSeverity kError = DiagnosticSeverity::error;
constexpr DiagnosticSeverity kWarning = DiagnosticSeverity::warning;

// One row a code: what reading, compiling and checking rules can say, besides what any YAML file
// can.
constexpr std::array kCodes = {
    RuleCode{
        "unknown-schema", kError, "the pack names a schema that this program does not read",
        "A pack begins with 'schema: claimtrail-rules/1'. A later schema needs a later program; an "
        "earlier one is read for as long as it can be."},
    RuleCode{
        "bad-id", kError, "a rule's id holds other characters than a-z, 0-9 and hyphens",
        "Ids stand in flags, on the command line and in suppressions, so they are kept plain."},
    RuleCode{"duplicate-id", kError, "two rules, or two claims of a test, have one id",
             "An id names one rule over all packs that are loaded. To change a rule of another "
             "pack, override "
             "it in the config instead of copying it."},
    RuleCode{"unknown-rule", kError, "a rule or the config names a rule that no pack has",
             "'yields_to' and 'override' name rules by id. A rule can only yield to a rule of its "
             "own scope, "
             "pair or claim."},
    RuleCode{"yield-cycle", kError, "rules yield to each other",
             "A rule keeps quiet where the one it yields to holds. In a circle no rule could ever "
             "say which "
             "of them speaks."},
    RuleCode{"expression-syntax", kError, "a condition cannot be read",
             "Conditions use and, or, not, comparisons, in, arithmetic and functions; texts stand "
             "in quotation "
             "marks; '=' only names an argument. A condition has at most 8 KiB and 64 levels."},
    RuleCode{
        "expression-size", kError, "a condition is too large once its macros are written out",
        "A condition may have 4,096 parts. Macros that use macros can pass this in a few lines."},
    RuleCode{"unknown-field", kError, "a condition names a field that its scope does not have",
             "Pair rules write a.FIELD and b.FIELD, claim rules the bare FIELD, question and "
             "report rules "
             "group.FIELD inside a counting function, revision rules change.FIELD."},
    RuleCode{"flag-not-settled", kError, "a rule asks about its flag outside 'severity_when'",
             "Fields of the flag tell what stands beside it when all flags have been settled. How "
             "grave it is may depend on that; whether it is raised, and what it says, may not."},
    RuleCode{"unknown-function", kError, "a condition calls a function that does not exist",
             "The functions are a fixed table; what needs more than values is offered as a field "
             "instead."},
    RuleCode{"unknown-argument", kError, "a function has no argument of this name",
             "Arguments are given by place or as 'name = value'."},
    RuleCode{"unknown-value", kError, "a field is compared with a word that it can never hold",
             "Fields such as hedge or manner hold one of a few words. Comparing with another would "
             "make the "
             "condition silently false for ever."},
    RuleCode{"type-mismatch", kError, "a condition puts values of different types together",
             "Every field and function has a type: bool, number, text, figure, day range or list "
             "of text. "
             "Figures are compared by figure functions, days by days(…)."},
    RuleCode{"macro-cycle", kError, "a macro is defined by itself",
             "Macros are written out where they are used, so they cannot go round."},
    RuleCode{
        "name-taken", kError, "a macro or list has a name that already means something",
        "Fields, macros and lists share one space of names, so that a reader never has to guess."},
    RuleCode{"match-without-pairs", kError,
             "'match' or 'position' says something that the scope cannot use",
             "'distinct' and 'window' compare two readings, so only pair rules have them; revision "
             "rules have "
             "the values before and after as their sides."},
    RuleCode{"exception-values", kError, "an exception's values do not fit its fields",
             "An exception compares two fields with each other, or each of its fields with a value "
             "of a row "
             "in 'values'."},
    RuleCode{"exception-type", kError, "an exception compares what cannot be compared",
             "The fields of an exception, its 'op' and its values must fit like any comparison."},
    RuleCode{"message-syntax", kError, "a placeholder of the message is not closed",
             "A placeholder is an expression in braces: {a.claimant}."},
    RuleCode{"unknown-placeholder", kError,
             "the message names a field that the scope does not have",
             "Placeholders name the same fields as the condition."},
    RuleCode{"pack-unreadable", kError, "a pack of the config cannot be read",
             "'rules: packs:' lists 'builtin' and files, relative to the config."},
    RuleCode{"unused-macro", kWarning, "no rule uses a macro",
             "It may be a leftover, or a rule may have lost the condition that it stood for."},
    RuleCode{"unused-list", kWarning, "no rule uses a list",
             "It may be a leftover, or a rule may have lost the condition that it stood for."},
    RuleCode{"rule-without-test", kWarning, "a rule has no test",
             "A test of five lines shows what a rule is for, and that it still works after the "
             "next edit."},
    RuleCode{"rule-without-positive-test", kWarning, "no test of a rule expects a flag",
             "A rule that never speaks passes every test that expects silence."},
    RuleCode{"rule-without-negative-test", kWarning, "no test of a rule expects silence",
             "What a rule must not flag is what its readers will complain of first."},
    RuleCode{"duplicate-test", kWarning, "two tests of a rule have one name",
             "A failing test is named by rule and name; two of one name cannot be told apart."},
    RuleCode{"constant-condition", kWarning, "a condition names no field",
             "It is always true or always false, whatever the claims say."},
    RuleCode{"message-without-values", kWarning, "a message names no value",
             "A reviewer reads the message first: it should say who, how much and where."},
    RuleCode{"severity-without-effect", kWarning,
             "the last case of 'severity_when' gives the rule's own severity",
             "Without the case the same severity would be given."},
    RuleCode{"deprecated-without-replacement", kWarning, "a deprecated rule names no replacement",
             "Deprecated rules are not evaluated; 'replaced_by' tells whoever looks for it where "
             "to go."},
    RuleCode{"unknown-replacement", kWarning, "'replaced_by' names a rule that no pack has",
             "The replacement must be loaded as well, or nothing replaces the rule."},
    RuleCode{"stable-without-falsepositives", kWarning,
             "a stable rule says nothing of its false positives",
             "Every rule errs somewhere. Saying where saves the reviewer the search."},
    RuleCode{"contradictory-condition", kWarning, "a condition is always false",
             "Two of its parts ask one field for words of which none is the same, so the rule can "
             "never speak."},
    RuleCode{"exception-never-matched", kWarning, "no test of a rule meets one of its exceptions",
             "An exception with a slip in it keeps nothing quiet, and nobody notices until the "
             "flags come. A test that would raise a flag without the exception shows that it "
             "works."},
    RuleCode{"suppression-matches-nothing", kWarning, "a suppression holds back no stored flag",
             "Its question may have been merged or renamed, or what it held back is resolved. A "
             "stale suppression would hold back the next flag of its kind unseen."},
    RuleCode{"suppression-unknown-rule", kWarning, "a suppression names a rule that no pack has",
             "It holds nothing back. The rule may have been renamed."},
    RuleCode{"suppression-without-reason", kWarning, "a suppression gives no reason",
             "Whoever meets it in half a year must be able to tell whether it still holds."},
    RuleCode{"suppression-expired", kWarning, "a suppression has passed its day",
             "Flags it held back are open again; remove it or set a new day."},
};

}  // namespace

std::span<const RuleCode> rule_codes() { return kCodes; }

}  // namespace claimtrail
