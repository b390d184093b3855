#!/usr/bin/env bash
# Publishes functions as Native AOT programs: artifacts/publish/{function project}/bootstrap. Without names, all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -gt 0 ] || set -- $(grep -l 'Function.props' functions/*/*.csproj | xargs -n 1 basename -s .csproj)
for name in "$@"; do
  rm -rf "artifacts/publish/$name"
  dotnet publish "functions/$name" -c Release -o "artifacts/publish/$name" --nologo -v minimal
  # The program alone is what runs on Lambda.
  find "artifacts/publish/$name" -type f ! -name bootstrap -delete
done
