# The peer of the learning benchmark on data with snapshots: `timePeer.py <file.csv.gz> <last> <test>` trains scikit-learn's boosting on rows with
# _t up to <last>, judges it on rows with _t = <test> and prints one line of JSON.
import collections
import csv
import gzip
import json
import sys

import numpy
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import log_loss, roc_auc_score

with gzip.open(sys.argv[1], "rt") as file:
    rows = list(csv.DictReader(file))
times = numpy.array([float(row["_t"]) for row in rows])
labels = numpy.array([int(float(row["label"])) for row in rows])


def number(text):
    try:
        return float(text)
    except ValueError:
        return numpy.nan


columns = []
for name in rows[0]:
    if name in ("label", "_t", "_id"):
        continue
    cells = [row[name].strip() for row in rows]
    if any(cell != "" and numpy.isnan(number(cell)) for cell in cells):
        for level, _ in collections.Counter(cells).most_common(30):
            columns.append(numpy.array([float(cell == level) for cell in cells]))
    else:
        columns.append(numpy.array([number(cell) for cell in cells]))
values = numpy.column_stack(columns)
train, test = times <= float(sys.argv[2]), times == float(sys.argv[3])
model = HistGradientBoostingClassifier(random_state=1).fit(values[train], labels[train])
chances = model.predict_proba(values[test])[:, 1]
name = f"sklearn {sklearn.__version__} HistGradientBoosting"
auc, loss = roc_auc_score(labels[test], chances), log_loss(labels[test], chances)
print(json.dumps({"name": name, "auc": float(auc), "logLoss": float(loss)}))
