using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Conformance.Certificates;

/// <summary>What is certified: an in-toto Statement, version 1, with the test-result predicate.</summary>
internal sealed record Statement
{
    public const string StatementType = "https://in-toto.io/Statement/v1";

    public const string TestResultType = "https://in-toto.io/attestation/test-result/v0.1";

    [JsonPropertyName("_type")]
    public required string Type { get; init; }

    /// <summary>The contract, and the target as far as it can be named.</summary>
    public required ImmutableArray<ResourceDescriptor> Subject
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    public required string PredicateType { get; init; }

    public required TestResultPredicate Predicate { get; init; }
}

/// <summary>A thing with its digest.</summary>
internal sealed record ResourceDescriptor
{
    public required string Name { get; init; }

    public required ImmutableDictionary<string, string> Digest { get; init; }

    /// <summary>The thing that a digest by SHA-256 tells.</summary>
    public static ResourceDescriptor Of(string name, string sha256) =>
        new() { Name = name, Digest = ImmutableDictionary<string, string>.Empty.Add("sha256", sha256) };
}

/// <summary>The test-result predicate, version 0.1, with what else a certificate must say: consumers ignore what they do not know.</summary>
internal sealed record TestResultPredicate
{
    public const string Passed = "PASSED";

    public const string Warned = "WARNED";

    public const string Failed = "FAILED";

    public required string Result { get; init; }

    /// <summary>The files of the bundle that the result follows from.</summary>
    public required ImmutableArray<ResourceDescriptor> Configuration
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    public ImmutableArray<string> PassedTests
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    public ImmutableArray<string> WarnedTests
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    public ImmutableArray<string> FailedTests
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    public ImmutableArray<string> InconclusiveTests
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    public ImmutableArray<string> SkippedTests
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    public required CertifiedRun Conformance { get; init; }
}

/// <summary>What the result is bound to.</summary>
internal sealed record CertifiedRun
{
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    public required string ToolVersion { get; init; }

    public required string Title { get; init; }

    public string? SpecificationVersion { get; init; }

    public required string SpecificationSha256 { get; init; }

    /// <summary>Lower-case hex SHA-256 over the case lock of all cases of the specification, selected or not.</summary>
    public required string CaseListSha256 { get; init; }

    public required int Cases { get; init; }

    /// <summary>Where the target answered; null for the built-in simulator.</summary>
    public string? Target { get; init; }

    public string? Environment { get; init; }

    /// <summary>What the target's owner says it runs, a digest of an image for example; null when nobody said.</summary>
    public string? Build { get; init; }

    public string? Profile { get; init; }

    public required int Seed { get; init; }

    public string? Nonce { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What somebody declared, for it cannot be seen from outside; never passed.</summary>
    public ImmutableArray<Declaration> Attested
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Cases whose verdict rests on what the run wrote down of a secret's use, not on evidence that others can look at.</summary>
    public ImmutableArray<string> TakenOnTrust
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}

/// <summary>What a named person declares of the target, because no test can see it.</summary>
internal sealed record Declaration
{
    /// <summary>What it is about: an id of one's own, or of a requirement.</summary>
    public required string Requirement { get; init; }

    /// <summary>The sentence that is declared.</summary>
    public required string Statement { get; init; }

    /// <summary>Who declares it.</summary>
    public required string DeclaredBy { get; init; }

    /// <summary>As what.</summary>
    public string? Role { get; init; }

    /// <summary>When.</summary>
    public required DateOnly Date { get; init; }
}
