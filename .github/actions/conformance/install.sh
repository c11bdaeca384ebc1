#!/usr/bin/env bash
# Makes the tool of the version that this action was checked out in, and installs it for this job.
set -euo pipefail

repository="$GITHUB_ACTION_PATH/../../.."
feed="$RUNNER_TEMP/conformance-feed"
tools="$RUNNER_TEMP/conformance-tool"

dotnet pack "$repository/src/Conformance.Cli" --nologo -v q -c Release -o "$feed"
version=$(basename "$feed"/Conformance.Tool.*.nupkg .nupkg)
version=${version#Conformance.Tool.}
dotnet tool install Conformance.Tool --version "$version" --tool-path "$tools" --source "$feed"

echo "$tools" >>"$GITHUB_PATH"
echo "version=$version" >>"$GITHUB_OUTPUT"
