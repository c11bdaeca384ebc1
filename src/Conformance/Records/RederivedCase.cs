using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>A case that was judged again by its record alone.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Recorded">What the run says it came to.</param>
/// <param name="Derived">What its evidence comes to.</param>
/// <param name="Basis">What the second judgement rests on.</param>
/// <param name="Reason">Why it did not pass the second time; null when it passed or failed.</param>
public sealed record RederivedCase(
    string CaseId,
    Verdict Recorded,
    Verdict Derived,
    RederivationBasis Basis,
    string? Reason
)
{
    /// <summary>Whether both judgements are the same.</summary>
    public bool Agrees => Recorded == Derived;
}

/// <summary>What a second judgement rests on.</summary>
public enum RederivationBasis
{
    /// <summary>On recorded exchanges alone.</summary>
    Evidence,

    /// <summary>On recorded exchanges in which secrets are replaced: what depends on their value cannot be seen.</summary>
    MaskedEvidence,

    /// <summary>On what the run wrote down of signatures, for they are made with a secret that no record keeps.</summary>
    RememberedSignatures,

    /// <summary>On nothing: the case was not started, and does not count as passed.</summary>
    NothingSent,
}
