"""Reads a delivery with Python's base64, gzip and json: the base64 comes on the input, the result goes out as JSON. See TrailBatch.cs."""
import base64
import gzip
import json
import platform
import sys
import time

data = sys.stdin.read()


def read():
    rows, seen = {}, set()
    for entry in json.loads(gzip.decompress(base64.b64decode(data)))["logEvents"]:
        record = json.loads(entry["message"])
        if record["requestID"] in seen:
            continue
        seen.add(record["requestID"])
        identity = record["userIdentity"]
        point = next(r["ARN"] for r in record["resources"] if r["type"] == "AWS::S3::AccessPoint")
        key = (
            record["eventTime"][:10],
            point.split("/")[1][4:36],
            record["requestParameters"]["key"].split("/")[1],
            identity["arn"].split("/")[-1].split(".")[0],
            identity["sessionContext"]["sourceIdentity"],
            "SAME_REGION" if "vpcEndpointId" in record else "INTERNET",
            record["additionalEventData"]["AuthenticationMethod"] == "QueryString",
        )
        requests, size = rows.get(key, (0, 0))
        rows[key] = (requests + 1, size + record["additionalEventData"]["bytesTransferredOut"])
    return rows


def timed_pass():
    start = time.process_time()
    read()
    return time.process_time() - start


rows = read()
totals = {"rows": len(rows), "requests": sum(r for r, _ in rows.values()), "bytes": sum(b for _, b in rows.values())}
print(json.dumps({"version": platform.python_version(), "seconds": [timed_pass() for _ in range(15)], "totals": totals}))
