using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Conformance.Certificates.Signing;

namespace Conformance.Certificates;

/// <summary>How the parts of a certificate become JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = 16
)]
[JsonSerializable(typeof(DsseEnvelope))]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(ImmutableArray<Declaration>))]
internal sealed partial class CertificateJson : JsonSerializerContext;
