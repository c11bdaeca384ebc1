using System.Diagnostics;

namespace Conformance.Cli.Output;

/// <summary>A defect of ours in two lines: what broke and where, without the stack.</summary>
internal static class DefectText
{
    /// <summary>Writes what a report of the defect needs.</summary>
    public static void Write(Exception exception, TextWriter error)
    {
        error.WriteLine(
            $"error: a defect of this tool ({exception.GetType().Name}): {SafeText.OneLine(exception.Message)}"
        );
        error.WriteLine(
            $"  at {PlaceOf(exception)}; please report it with this message and conformance {ToolVersion.Current}"
        );
    }

    private static string PlaceOf(Exception exception)
    {
        var method = new StackTrace(exception).GetFrames().Select(f => f.GetMethod()).FirstOrDefault(IsOurs);
        return method is null ? "an unknown place" : $"{method.DeclaringType?.FullName}.{method.Name}";
    }

    private static bool IsOurs(System.Reflection.MethodBase? method) =>
        method?.DeclaringType?.Namespace?.StartsWith("Conformance", StringComparison.Ordinal) == true;
}
