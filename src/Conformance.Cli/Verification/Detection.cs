namespace Conformance.Cli.Verification;

/// <summary>What the suite made of a fault.</summary>
internal enum Detection
{
    /// <summary>A case failed that passes on the conforming simulator.</summary>
    Caught,

    /// <summary>Nothing failed, but a warning appeared that the conforming simulator does not get.</summary>
    Warned,

    /// <summary>Nothing was noticed.</summary>
    Survived,

    /// <summary>The specification has nothing that the fault could lie about.</summary>
    NotApplicable,

    /// <summary>The verification ended before this fault was tried to the end.</summary>
    NotRun,
}
