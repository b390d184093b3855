#!/usr/bin/env bash
# Builds the portal and puts it where the deployed stack serves it from.
#   bash infra/deploy-portal.sh [STACK]     the stack of template.yaml; default: shares
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. infra/install.sh
stack=${1:-shares}

have aws || fail "the AWS CLI is missing. Please install it: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
need_node
need_portal

output() {
  aws cloudformation describe-stacks --stack-name "$stack" --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}
bucket=$(output PortalBucketName) distribution=$(output PortalDistributionId)
[ -n "$bucket" ] && [ "$bucket" != None ] || fail "the stack $stack has no portal; deploy template.yaml first"
files=s3://$bucket

step "Putting the portal into $files"
# What pages ask for comes before the page that asks for it. Files of earlier builds stay for those who have the portal open.
aws s3 cp portal/dist/assets "$files/assets" --recursive --only-show-errors --cache-control 'public, max-age=31536000, immutable'
aws s3 cp portal/dist "$files" --recursive --only-show-errors --exclude 'assets/*' --exclude '.*' --cache-control no-cache
output PortalConfiguration | aws s3 cp - "$files/config.json" --only-show-errors --cache-control no-cache --content-type application/json
aws cloudfront create-invalidation --distribution-id "$distribution" --paths / /index.html /config.json --query Invalidation.Status --output text

say "$(output PortalAddress)"
