namespace Conformance.Certificates.Verifying;

/// <summary>What whoever verifies a certificate expects of it.</summary>
public sealed record VerifyOptions
{
    /// <summary>When it must hold.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of the specification that it must be about, lower-case hex; null for any.</summary>
    public string? SpecificationSha256 { get; init; }

    /// <summary>The target that it must be about; null for any.</summary>
    public Uri? Target { get; init; }

    /// <summary>The number that the certifier chose; null when nobody did.</summary>
    public string? Nonce { get; init; }
}
