using System.Collections;

namespace Conformance.NUnit;

/// <summary>The environment variables of this process.</summary>
internal static class ProcessVariables
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, string> All =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
}
