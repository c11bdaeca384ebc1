using System.Collections.Immutable;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>A file of the specification: its bytes, for the digest, and its text.</summary>
internal sealed record SpecificationFile(SourceText Source, ImmutableArray<byte> Bytes);
