# Sourced by run.sh: the portal's own checks and tests, and the one build that the browser tests use.
portal_passes() {
  if run_step npm --prefix portal run --silent "$2"; then passes "portal: $1"; else fails "portal: $1"; fi
}

test_portal() {
  local report=$LOGS/portal.json counts passes_here fails_here skips_here files
  run_step npm --prefix portal run --silent test -- --reporter=default --reporter=json --outputFile.json="$report"
  counts=$(node -p 'const x = JSON.parse(fs.readFileSync(process.argv[1])); `${x.numPassedTests} ${x.numFailedTests} ${x.numPendingTests} ${x.numFailedTestSuites}`' "$report") ||
    { fails "the portal's tests wrote no report"; return; }
  read -r passes_here fails_here skips_here files <<<"$counts"
  passed=$((passed + passes_here))
  failed=$((failed + fails_here))
  skipped=$((skipped + skips_here))
  # A file that cannot be loaded has no failed test in it.
  if [ "$fails_here" -gt 0 ]; then failures+=("portal: $fails_here tests"); elif [ "$files" -gt 0 ]; then fails "portal: $files files with tests"; fi
  [ $((passes_here + fails_here)) -gt 0 ] || fails "the portal holds no tests"
}

if build_portal; then passes "portal: build"; else fails "portal: build"; fi
portal_passes "types" typecheck
portal_passes "lint" lint
portal_passes "format" format:check
test_portal
