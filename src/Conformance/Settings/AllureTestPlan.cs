using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Settings;

/// <summary>
/// The tests that Allure asks to run again: a file named by an environment variable, written by Allure 3's test plan
/// plugin or Allure TestOps. Its selectors are the full names of our results, which end with the id of the case.
/// </summary>
public static class AllureTestPlan
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "ALLURE_TESTPLAN_PATH";

    /// <summary>Ids of the cases; null where no plan is asked for, or the plan names no test.</summary>
    /// <param name="variables">The process environment.</param>
    public static Attempt<CaseIds> Read(ImmutableDictionary<string, string> variables)
    {
        if (variables.GetValueOrDefault(Variable) is not { Length: > 0 } path)
        {
            return new CaseIds(null);
        }

        try
        {
            using var plan = JsonDocument.Parse(File.ReadAllBytes(path));
            var ids = plan
                .RootElement.GetProperty("tests")
                .EnumerateArray()
                .Select(t => t.TryGetProperty("selector", out var selector) ? selector.GetString() : null)
                .OfType<string>()
                .Select(selector => selector[(selector.IndexOf('#', StringComparison.Ordinal) + 1)..])
                .ToImmutableHashSet(StringComparer.Ordinal);
            return new CaseIds(ids.IsEmpty ? null : ids);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            return Refusal.Configuration(
                $"The test plan '{path}' ({Variable}) cannot be read: {e.Message}",
                $"Unset {Variable} to run all cases."
            );
        }
    }
}

/// <summary>The cases that somebody asks for by their ids.</summary>
/// <param name="Ids">The ids; null for all cases.</param>
public sealed record CaseIds(ImmutableHashSet<string>? Ids);
