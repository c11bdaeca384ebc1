using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.Reports.Html;

/// <summary>The style and the scripts of the page. Their hashes are all that its content-security policy admits.</summary>
internal static class PageAssets
{
    /// <summary>The style.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The scripts in their order.</summary>
    public static ImmutableArray<string> Scripts { get; } = [Read("elements.js"), Read("case.js"), Read("report.js")];

    /// <summary>Nothing is loaded, and nothing runs but what is written here, even if markup could get in.</summary>
    public static string SecurityPolicy { get; } =
        $"default-src 'none'; style-src {Hash(Style)}; script-src {string.Join(' ', Scripts.Select(Hash))}; "
        + "base-uri 'none'; form-action 'none'";

    private static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    // Line feeds whatever the checkout made of them: a browser hashes what it parsed, where CRLF is LF.
    private static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
