using System.Text.Json.Serialization;

namespace Conformance.Specification.Yaml;

/// <summary>Source-generated metadata, so that reading a specification starts no reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class JsonTexts : JsonSerializerContext;
