# Sourced by run.sh: the portal's own checks and tests.
portal_job() { start_job "portal: $1" "$2" npm --prefix portal run --silent --ignore-scripts "${@:3}"; }

portal_passes() {
  if [ "$2" -eq 0 ]; then passes "$1"; else fails "$1"; fi
}

# Adds up what Vitest wrote into its report.
portal_tests_pass() {
  local counts passes_here fails_here skips_here files
  counts=$(node -p 'const x = JSON.parse(fs.readFileSync(process.argv[1])); `${x.numPassedTests} ${x.numFailedTests} ${x.numPendingTests} ${x.numFailedTestSuites}`' "$PORTAL_REPORT") ||
    { fails "the portal's tests wrote no report"; return; }
  read -r passes_here fails_here skips_here files <<<"$counts"
  passed=$((passed + passes_here))
  failed=$((failed + fails_here))
  skipped=$((skipped + skips_here))
  # A file that cannot be loaded has no failed test in it.
  if [ "$fails_here" -gt 0 ]; then failures+=("portal: $fails_here tests"); elif [ "$files" -gt 0 ]; then fails "portal: $files files with tests"; fi
  [ $((passes_here + fails_here)) -gt 0 ] || fails "the portal holds no tests"
}

# Once, and not by each of the checks while others read it.
quiet_step npm --prefix portal run --silent types || fails "portal: types of the API"
PORTAL_REPORT=$LOGS/portal.json
portal_job types portal_passes typecheck
portal_job lint portal_passes lint
portal_job format portal_passes format:check
portal_job tests portal_tests_pass test -- --reporter=default --reporter=json --outputFile.json="$PORTAL_REPORT"
