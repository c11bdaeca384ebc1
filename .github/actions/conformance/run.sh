#!/usr/bin/env bash
# Runs the contract, with annotations in the diff (github) and the summary on the page of the job (markdown), and tells the
# counts as outputs. The step ends as the run does.
set -uo pipefail

arguments=(run "$INPUT_SPECIFICATION" --out "$INPUT_OUT" --report allure,html,junit,summary,markdown,github)
add() { [ -z "$2" ] || arguments+=("$1" "$2"); }
add --base-url "$INPUT_BASE_URL"
add --environment "$INPUT_ENVIRONMENT"
add --filter "$INPUT_FILTER"
add --profile "$INPUT_PROFILE"
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<<"$INPUT_ARGUMENTS"

# Reports of an earlier run must not be taken for those of this one.
rm -f "$INPUT_OUT/summary.json" "$INPUT_OUT/report.html"
conformance "${arguments[@]}"
code=$?

echo "exit-code=$code" >>"$GITHUB_OUTPUT"
if [ -f "$INPUT_OUT/summary.json" ]; then
  for verdict in passed failed inconclusive; do
    count=$(sed -n "s/^ *\"$verdict\": \([0-9]*\),\{0,1\}$/\1/p" "$INPUT_OUT/summary.json" | head -n 1)
    echo "$verdict=$count" >>"$GITHUB_OUTPUT"
  done
  echo "report=$INPUT_OUT/report.html" >>"$GITHUB_OUTPUT"
fi
exit "$code"
