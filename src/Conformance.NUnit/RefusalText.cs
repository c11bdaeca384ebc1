using System.Text;

namespace Conformance.NUnit;

/// <summary>A refusal as the message of a failed test.</summary>
internal static class RefusalText
{
    /// <summary>What is wrong, how to put it right, and every finding about the specification.</summary>
    public static string Of(Refusal refusal)
    {
        var text = new StringBuilder(refusal.Message);
        if (refusal.Fix is not null)
        {
            text.Append('\n').Append(refusal.Fix);
        }

        foreach (var diagnostic in refusal.Loading?.Diagnostics ?? [])
        {
            text.Append('\n')
                .Append($"{diagnostic.Location}: {diagnostic.Severity} {diagnostic.Id}: {diagnostic.Message}");
            text.Append(diagnostic.Fix is null ? "" : $"\n    fix: {diagnostic.Fix}");
        }

        return text.ToString();
    }
}
