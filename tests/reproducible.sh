#!/usr/bin/env bash
# Builds the committed sources twice, in two folders of different names and depth, and compares what comes out, byte for
# byte: every assembly of ours, and what is inside of every package. Takes two whole builds: some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

repository=$PWD
commit=$(git rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  git clone -q "$repository" "$1"
  (
    cd "$1"
    git checkout -q "$commit"
    export CI=true DOTNET_NOLOGO=1
    dotnet restore --locked-mode -v q
    dotnet build src/Conformance.Cli -c Release --no-restore -v q -p:UseSharedCompilation=false
    for project in $(grep -l '<IsPackable>true' src/*/*.csproj); do
      dotnet pack "$project" -c Release --no-build --nologo -v q -o packages
    done
  )
}

# Digest and name, relative to the clone, of what must be equal.
digests() {
  (
    cd "$1"
    find src -path '*/bin/Release/*' -name 'Conformance*' \( -name '*.dll' -o -name '*.exe' \) -print0 |
      sort -z | xargs -0 sha256sum
    for package in packages/*.nupkg; do
      unpacked=${package%.nupkg}
      # NuGet names one part of the package by chance and refers to it by that name; neither is ours.
      unzip -q -o "$package" -d "$unpacked" -x '*.psmdcp' '_rels/*'
      find "$unpacked" -type f -print0 | sort -z | xargs -0 sha256sum
    done
  )
}

first=$work/one
second=$work/elsewhere/two/levels/deeper
mkdir -p "$(dirname "$second")"
build "$first"
build "$second"
digests "$first" >"$work/first.txt"
digests "$second" >"$work/second.txt"

[ -s "$work/first.txt" ] || { echo 'nothing was built'; exit 2; }
if ! diff "$work/first.txt" "$work/second.txt"; then
  echo 'the two builds differ'
  exit 1
fi
echo "$(grep -c 'src/' "$work/first.txt") assemblies and $(ls "$first"/packages/*.nupkg | wc -l) packages ($(grep -c 'packages/' "$work/first.txt") files) are the same in both builds"
