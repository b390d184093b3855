"""Presigns with boto3: the work comes as JSON on the input, the result goes out as JSON. See PresignWork.cs."""
import json
import sys
import time

import boto3
from botocore.config import Config

work = json.load(sys.stdin)
s3 = boto3.client(
    "s3",
    region_name=work["region"],
    aws_access_key_id=work["accessKeyId"],
    aws_secret_access_key=work["secretAccessKey"],
    aws_session_token=work["sessionToken"],
    config=Config(signature_version="s3v4", s3={"addressing_style": "virtual"}),
)


def sign(key):
    return s3.generate_presigned_url("get_object", Params={"Bucket": work["bucket"], "Key": key}, ExpiresIn=work["expiresIn"])


def timed_pass():
    start = time.process_time()
    for key in work["keys"]:
        sign(key)
    return time.process_time() - start


timed_pass()
print(json.dumps({"version": boto3.__version__, "seconds": [timed_pass() for _ in range(5)], "example": sign(work["keys"][0])}))
