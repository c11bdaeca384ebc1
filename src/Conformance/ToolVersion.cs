using System.Reflection;

namespace Conformance;

/// <summary>The version of this tool, as reports print it.</summary>
public static class ToolVersion
{
    /// <summary>For example <c>0.1.0</c>, without build metadata.</summary>
    public static string Current { get; } =
        typeof(ToolVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "unknown";
}
