# Writes boostFixture.json: what sklearn's HistGradientBoostingClassifier says of the last 400 of 2,400 rows, trained on the others.
# Made with Debian's python3-sklearn 1.2.1: OMP_NUM_THREADS=1 python3 test/scoring/learn/boostFixture.py
import json
import math
import os

import numpy
from sklearn import __version__
from sklearn.ensemble import HistGradientBoostingClassifier

MASK = 0xFFFFFFFF


def create_random(seed):
    """createRandom.ts: mulberry32."""
    state = seed & MASK
    while True:
        state = (state + 0x6D2B79F5) & MASK
        mixed = ((state ^ (state >> 15)) * (1 | state)) & MASK
        mixed = ((mixed + (((mixed ^ (mixed >> 7)) * (61 | mixed)) & MASK)) & MASK) ^ mixed
        yield (mixed ^ (mixed >> 14)) / 4294967296


def draw_tree_rows(rows, seed):
    """drawTreeRows of treeRows.ts."""
    random = create_random(seed)
    values = numpy.zeros((rows, 6), dtype=numpy.float32)
    labels = numpy.zeros(rows, dtype=int)
    for row in range(rows):
        cells = values[row]
        for feature in range(6):
            cells[feature] = math.floor(next(random) * 200) / 200
        cells[2] = math.floor(float(cells[2]) * 10)
        cells[4] = 1 if cells[4] < 0.3 else 0
        missing = next(random) < 0.2
        a, b, c, d, e = (float(cell) for cell in cells[:5])
        odds = -1.5 + 3 * a * b + 0.2 * c - 2 * d + 0.8 * e + (1 if missing else 0)
        if missing:
            cells[3] = math.nan
        labels[row] = 1 if next(random) < 1 / (1 + math.exp(-odds)) else 0
    return values, labels


values, labels = draw_tree_rows(2400, 11)
model = HistGradientBoostingClassifier(
    max_iter=60, learning_rate=0.1, max_leaf_nodes=15, min_samples_leaf=20, l2_regularization=1, early_stopping=False
).fit(values[:2000], labels[:2000])
probabilities = [round(float(p), 6) for p in model.predict_proba(values[2000:])[:, 1]]
fixture = {"made": f"boostFixture.py, sklearn {__version__}", "events": int(labels.sum()), "probabilities": probabilities}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "boostFixture.json"), "w") as file:
    file.write(json.dumps(fixture) + "\n")
