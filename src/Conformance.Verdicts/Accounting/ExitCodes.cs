namespace Conformance.Verdicts.Accounting;

/// <summary>What the process answers. The numbers are part of the interface and do not change.</summary>
public static class ExitCodes
{
    /// <summary>The target conforms.</summary>
    public const int Conforming = 0;

    /// <summary>The target contradicts a requirement.</summary>
    public const int RequirementFailed = 1;

    /// <summary>Wrong arguments or configuration, or a defect of ours.</summary>
    public const int UsageOrConfiguration = 2;

    /// <summary>The specification has errors.</summary>
    public const int SpecificationInvalid = 3;

    /// <summary>The target was not reached.</summary>
    public const int TargetUnreachable = 4;

    /// <summary>Nothing failed, but not enough was shown: inconclusive cases over the allowance, coverage under it, nothing passed.</summary>
    public const int GateNotMet = 5;

    /// <summary>The run was interrupted; reports for what ran are written.</summary>
    public const int Interrupted = 130;
}
