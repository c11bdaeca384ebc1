using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Output;

/// <summary>Tells why a run did not start, on the error stream.</summary>
internal static class RefusalWriter
{
    /// <summary>Writes the refusal.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(Refusal refusal, CliConsole console)
    {
        if (refusal.Loading is { } loading)
        {
            DiagnosticText.WriteErrors(loading, console.Error);
        }

        console.Error.WriteLine($"error: {SafeText.OneLine(refusal.Message)}");
        if (refusal.Fix is not null)
        {
            console.Error.WriteLine($"  {SafeText.OneLine(refusal.Fix)}");
        }

        return refusal.Kind switch
        {
            RefusalKind.SpecificationInvalid => ExitCodes.SpecificationInvalid,
            RefusalKind.Unreachable => ExitCodes.TargetUnreachable,
            RefusalKind.Interrupted => ExitCodes.Interrupted,
            _ => ExitCodes.UsageOrConfiguration,
        };
    }
}
