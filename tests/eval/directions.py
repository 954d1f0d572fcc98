#!/usr/bin/env python3
"""Which way a bare weekday or month is read: "on Friday" the last or the next one, "in March" of which year.

    directions.py PROGRAM [SET]     SET is a file name in data/dates, default tbaq_timebank_aquaint

Counts the annotated dates whose words are a weekday's or a month's name and nothing else. `direction` is right where a
date that overlaps those words lies on the same side of the reference day as the annotated one, or both on it; `day` where
it begins on the annotated day. What was not found is wrong. CLAIMTRAIL_SHARED says where the development
data and its score.py are.
"""
import collections, os, re, sys

SHARED = os.path.abspath(os.environ.get("CLAIMTRAIL_SHARED") or os.path.join(os.path.dirname(__file__), "..", "..", "..", "shared"))
sys.path.insert(0, os.path.join(SHARED, "eval"))
import score

WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu|thurs|fri|sat|sun)\.?", re.I)
MONTH = re.compile(r"january|february|march|april|may|june|july|august|september|october|november|december"
                   r"|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?", re.I)


def name_of(words):
    return "weekdays" if WEEKDAY.fullmatch(words) else "months" if MONTH.fullmatch(words) else None


def side(day, reference):
    return (day > reference) - (day < reference)


def main(program, name):
    total, direction, exact = collections.Counter(), collections.Counter(), collections.Counter()
    for g, found, span in score.found_in(program, score.read(os.path.join(score.DATA, "dates", name + ".jsonl")), "dates"):
        reference = (g.get("refdate") or "")[:10]
        for want in g["expected"]:
            kind = name_of(g["text"][want["start"]:want["end"]].strip())
            if not kind or want["kind"] != "date" or not want["low"] or not reference: continue
            ours = [d["from"] for d in found if d.get("from") and score.overlap(span(d), want)]
            total[kind] += 1
            direction[kind] += any(side(day, reference) == side(want["low"], reference) for day in ours)
            exact[kind] += want["low"] in ours
    for kind in ("weekdays", "months"):
        share = lambda right: 100 * score.ratio(right[kind], total[kind])
        print("directions of %d bare %s: direction %.1f %%, day %.1f %%" % (total[kind], kind, share(direction), share(exact)))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3): sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "tbaq_timebank_aquaint")
