#!/usr/bin/env bash
# Publishes the tool as the container image has it, and lets the tests of its commands try that program instead of the code
# of this build. Another program can be named. Takes some minutes: all of .NET is compiled with it.
set -euo pipefail
program=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."

if [ -z "$program" ]; then
  published=$(mktemp -d)
  trap 'rm -rf "$published"' EXIT
  dotnet publish src/Conformance.Cli -c Release --use-current-runtime --self-contained -p:PublishReadyToRun=true \
    -o "$published" --artifacts-path artifacts/published
  program=$published/Conformance.Cli
fi

CONFORMANCE_TESTED_PROGRAM=$program \
  dotnet test tests/Conformance.Tests -c Release --filter 'FullyQualifiedName~Conformance.Tests.Cli'
