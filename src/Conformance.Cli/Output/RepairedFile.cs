using System.Text;
using Conformance.Reports.Writing;
using Conformance.Specification.Fixing;

namespace Conformance.Cli.Output;

/// <summary>Writes a repaired specification back, byte for byte the old one but for the repairs.</summary>
internal static class RepairedFile
{
    /// <summary>Saves the text; false when the file is not the UTF-8 text that was linted.</summary>
    public static async Task<bool> TrySaveAsync(FixedText text, GuardedFiles files, CancellationToken cancellationToken)
    {
        var before = await File.ReadAllBytesAsync(text.Source.Name, cancellationToken);
        byte[] mark = before.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.GetPreamble() : [];
        if (!before.AsSpan(mark.Length).SequenceEqual(Encoding.UTF8.GetBytes(text.Source.Text)))
        {
            return false;
        }

        byte[] after = [.. mark, .. Encoding.UTF8.GetBytes(text.Text)];
        await files.WriteAsync(text.Source.Name, after, cancellationToken);
        return true;
    }
}
