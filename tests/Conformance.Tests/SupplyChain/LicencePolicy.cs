using System.Collections.Frozen;
using System.Xml.Linq;

namespace Conformance.Tests.SupplyChain;

/// <summary>Under which licences packages may come: those that ask for no more than to be named.</summary>
internal static class LicencePolicy
{
    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause"
    );

    /// <summary>
    /// Packages that do not say one of these licences in words that a program understands, in the version that somebody
    /// looked at, and what was found.
    /// </summary>
    public static FrozenDictionary<string, string> Exceptions { get; } =
        new Dictionary<string, string>
        {
            ["Bogus 34.0.2"] = "the address in the package leads to an MIT licence",
            ["Fare 2.2.1"] = "the address in the package leads to an MIT licence",
            ["libsodium 1.0.22"] = "ISC, which asks for no more than BSD-2-Clause does",
            ["System.Configuration.ConfigurationManager 4.4.0"] = "the address in the package leads to an MIT licence",
            ["System.Security.Cryptography.ProtectedData 4.4.0"] = "the address in the package leads to an MIT licence",
            ["CommandLineParser 2.9.1"] = "the file in the package is an MIT licence; benchmarks only",
            ["Microsoft.DotNet.PlatformAbstractions 3.1.6"] =
                "the file in the package is an MIT licence; benchmarks only",
            ["Microsoft.Management.Infrastructure.Runtime.Win 3.0.0"] =
                "Microsoft's licence for .NET libraries; tests only, by way of PowerShell, on Windows only",
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is against a package; null when nothing is.</summary>
    /// <param name="package">Its name and version.</param>
    /// <param name="nuspec">What the package says about itself.</param>
    public static string? Objection(string package, XDocument nuspec) =>
        Expression(nuspec) is { } expression && Allowed.Contains(expression) ? null
        : Exceptions.ContainsKey(package) ? null
        : $"{package}: {Expression(nuspec) ?? "no licence expression"}; allowed are {string.Join(", ", Allowed.Order())}, "
            + $"and what {nameof(LicencePolicy)} makes an exception for, with its reason";

    /// <summary>The SPDX expression of a package's licence; null when there is only a file or an address.</summary>
    public static string? Expression(XDocument nuspec) =>
        nuspec
            .Descendants()
            .Where(e => e.Name.LocalName == "license" && (string?)e.Attribute("type") == "expression")
            .Select(e => e.Value.Trim())
            .SingleOrDefault();
}
