#!/usr/bin/env python3
"""Makes the TREC fixtures of Tests/MeasuresTests: runs, qrels and what ir_measures makes of them.

usage: pip install ir_measures pytrec_eval-terrier numpy
       make-trec-fixtures.py [FOLDER]

The figures come from trec_eval's own code by way of pytrec_eval; Judged@k from ir_measures. Hand-made
cases try ties, unjudged, missing and empty results; the others are drawn from a seeded generator.
"""
import json
import pathlib
import random
import sys

import ir_measures
import numpy
from ir_measures import AP, P, R, RR, Bpref, Judged, Success, nDCG

MEASURES = {
    "nDCG linear": nDCG, "nDCG@10 linear": nDCG @ 10,
    "nDCG@10 exponential": nDCG(gains={0: 0, 1: 1, 2: 3, 3: 7}) @ 10,
    "MAP": AP, "MAP@10": AP @ 10, "MAP rel 2": AP(rel=2),
    "P@5": P @ 5, "P@10": P @ 10, "P@5 rel 2": P(rel=2) @ 5,
    "R@10": R @ 10, "R@5 rel 2": R(rel=2) @ 5,
    "MRR": RR, "MRR rel 2": RR(rel=2),
    "success@1": Success @ 1, "success@5": Success @ 5, "success@5 rel 2": Success(rel=2) @ 5,
    "bpref": Bpref, "bpref rel 2": Bpref(rel=2),
    "judged@10": Judged @ 10,
}

HAND_MADE = {
    "perfect": ("1 a 2|1 b 1|1 c 0", "1 a 3|1 b 2|1 c 1"),
    "reversed": ("1 a 2|1 b 1|1 c 0", "1 c 3|1 b 2|1 a 1"),
    "ties": ("1 a 1|1 b 0|1 c 2|1 d 0", "1 a 1|1 b 1|1 c 1|1 d 1"),
    "ties-in-groups": ("1 b 1|1 e 2|1 c 0", "1 a 2|1 b 2|1 c 2|1 d 1|1 e 1|1 f 1"),
    "ties-in-single-precision": ("1 a 1|1 b 0", "1 a 1.000000001|1 b 1.0"),
    "negative-scores": ("1 a 1|1 b 2", "1 a -3.5|1 b -2.25|1 x -1"),
    "all-unjudged": ("1 a 1|1 b 2", "1 x 3|1 y 2|1 z 1"),
    "some-unjudged": ("1 a 1|1 b 0|1 c 2", "1 x 9|1 b 8|1 a 7|1 y 6|1 c 5"),
    "nothing-relevant": ("1 a 0|1 b 0|2 a 1", "1 a 3|1 b 2|2 a 1"),
    "question-missing-from-run": ("1 a 1|2 b 1|3 c 2", "1 a 1|3 x 2|3 c 1"),
    "empty-run": ("1 a 1|2 b 2", ""),
    "question-missing-from-qrels": ("1 a 1", "1 a 1|2 b 1"),
    "short-ranking": ("1 a 1|1 b 1|1 c 1", "1 a 1"),
    "only-non-relevant-found": ("1 a 2|1 b 0|1 c 0", "1 b 2|1 c 1"),
    "more-non-relevant-than-relevant": (
        "1 a 1|1 b 0|1 c 0|1 d 0|1 e 0", "1 b 9|1 c 8|1 d 7|1 a 6|1 e 5"),
}


def hand_made(qrels, run):
    split = lambda text: [line.split() for line in text.split("|") if line]
    return (
        [(q, d, int(g)) for q, d, g in split(qrels)],
        [(q, d, s) for q, d, s in split(run)])


def drawn(seed):
    """Several questions; tied scores, unjudged documents, missing questions, short rankings."""
    chance = random.Random(seed)
    qrels, run = [], []
    for number in range(1, chance.randint(4, 9)):
        question = f"q{number}"
        documents = [f"d{n:02d}" for n in range(40)]
        judged = chance.sample(documents, chance.randint(1, 25))
        weights = chance.choice([(8, 2, 1, 1), (1, 1, 1, 1), (1, 0, 0, 0), (0, 3, 1, 0)])
        qrels += [(question, d, chance.choices(range(4), weights)[0]) for d in judged]
        if chance.random() < 0.85:
            found = chance.sample(documents, chance.randint(1, 30))
            step = chance.choice([1, 0.25, 0.001])
            run += [(question, d, f"{chance.randint(0, 40) * step:.3f}") for d in found]
    return qrels, run


def in_order(run):
    """The hits by question as trec_eval sorts them: score in single precision, then name, falling."""
    questions = {}
    for question, document, score in run:
        questions.setdefault(question, []).append((numpy.float32(score), document))
    return {q: sorted(hits, reverse=True) for q, hits in questions.items()}


def figures(qrels, run):
    judgements = [ir_measures.Qrel(q, d, g) for q, d, g in qrels]
    hits = [ir_measures.ScoredDoc(q, d, float(s)) for q, d, s in run]
    # Judged@k breaks ties in its own way: it is given scores that leave none.
    untied = [ir_measures.ScoredDoc(q, d, float(-rank))
              for q, found in in_order(run).items() for rank, (_, d) in enumerate(found)]
    result = {}
    for name, measure in MEASURES.items():
        values = ir_measures.iter_calc(
            [measure], judgements, untied if name.startswith("judged") else hits)
        values = {v.query_id: round(v.value, 6) for v in values}
        for question, _, _ in qrels:
            values.setdefault(question, 0.0)
        result[name] = {q: values[q] for q in dict.fromkeys(q for q, _, _ in qrels)}
    return result


def main():
    here = pathlib.Path(__file__).resolve().parent
    default = here.parent / "Tests" / "MeasuresTests" / "Fixtures" / "Trec"
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    cases = {name: hand_made(*case) for name, case in HAND_MADE.items()}
    cases |= {f"drawn-{seed:02d}": drawn(seed) for seed in range(1, 16)}
    expected = {}
    for name, (qrels, run) in cases.items():
        (folder / f"{name}.qrels").write_text(
            "".join(f"{q} 0 {d} {g}\n" for q, d, g in qrels))
        (folder / f"{name}.run").write_text(
            "".join(f"{q} Q0 {d} {n} {s} fixture\n" for n, (q, d, s) in enumerate(run)))
        expected[name] = figures(qrels, run)
    (folder / "expected.json").write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n")
    print(f"{len(cases)} cases in {folder.name}")


main()
