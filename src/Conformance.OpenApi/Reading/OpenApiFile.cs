using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Reading;

/// <summary>One file of an OpenAPI document.</summary>
/// <param name="Path">Its full path; decides which file a relative reference names.</param>
/// <param name="Source">Its text.</param>
/// <param name="Root">Its tree.</param>
internal sealed record OpenApiFile(string Path, SourceText Source, YamlMapping Root);
