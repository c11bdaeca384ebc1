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

    /// <summary>
    /// Cases could not be carried out, as of a server that cannot be relied on. No requirement says that one must answer
    /// every time, so nothing can fail; but a run does not end well either.
    /// </summary>
    Open,

    /// <summary>The specification has nothing that the fault could lie about, or does not decide it.</summary>
    NotApplicable,

    /// <summary>The verification ended before this fault was tried to the end.</summary>
    NotRun,
}
