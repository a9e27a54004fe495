# The peers of the learning benchmark: `peers.py <file>` reads <file>.f32 and <file>.u8 and prints one line of JSON with the processor
# seconds of each learner that is installed (Debian: python3-sklearn, python3-xgboost), one thread, the best of three runs.
import json
import sys
import time

import numpy

values = numpy.fromfile(sys.argv[1] + ".f32", dtype=numpy.float32).reshape(-1, 30)
labels = numpy.fromfile(sys.argv[1] + ".u8", dtype=numpy.uint8)
peers = {}


def measure(name, make):
    seconds = []
    for _ in range(3):
        since = time.process_time()
        model = make().fit(values, labels)
        seconds.append(time.process_time() - since)
    since = time.process_time()
    chances = model.predict_proba(values)[:, 1]
    scored = time.process_time() - since
    loss = -numpy.mean(numpy.where(labels == 1, numpy.log(chances), numpy.log(1 - chances)))
    peers[name] = {"seconds": min(seconds), "scoreSeconds": scored / len(labels) * 1e6, "logLoss": float(loss)}


try:
    from sklearn import __version__ as sklearn_version
    from sklearn.ensemble import HistGradientBoostingClassifier

    settings = dict(max_iter=100, learning_rate=0.1, max_leaf_nodes=31, min_samples_leaf=20, early_stopping=False)
    measure(f"sklearn {sklearn_version} HistGradientBoosting", lambda: HistGradientBoostingClassifier(**settings))
except ImportError:
    pass
try:
    import xgboost

    options = dict(n_estimators=100, learning_rate=0.1, tree_method="hist", grow_policy="lossguide", max_leaves=31)
    options.update(max_depth=0, max_bin=255, reg_lambda=0, min_child_weight=1, n_jobs=1)
    measure(f"xgboost {xgboost.__version__} hist", lambda: xgboost.XGBClassifier(**options))
except ImportError:
    pass
print(json.dumps(peers))
