using System.Reflection;
using System.Text.RegularExpressions;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Architecture;

/// <summary>Texts of specifications and of targets reach most expressions: none of them may take for ever.</summary>
public sealed partial class RegularExpressionTests
{
    [Test]
    public void Every_expression_in_the_code_has_a_time_limit_or_never_backtracks()
    {
        var methods = Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Conformance*.dll")
            .Where(f => !Path.GetFileName(f).StartsWith("Conformance.Tests", StringComparison.Ordinal))
            .Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f)))
            .SelectMany(a => a.GetTypes())
            .SelectMany(t =>
                t.GetMethods(
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Select(m => (Method: m, Expression: m.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(m => m.Expression is not null)
            .ToList();

        methods.Should().HaveCountGreaterThan(100);
        methods
            .Where(m => m.Expression!.MatchTimeoutMilliseconds <= 0)
            .Where(m => !m.Expression!.Options.HasFlag(RegexOptions.NonBacktracking))
            .Select(m => $"{m.Method.DeclaringType}.{m.Method.Name}")
            .Should()
            .BeEmpty();
    }

    [Test]
    public void Expressions_that_are_put_together_at_run_time_have_one_too() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            // What lies on purpose looks at places of its own making, with patterns that are written there.
            .Where(f => !f.Contains("/Faults/", StringComparison.Ordinal))
            .SelectMany(f => Made().Matches(File.ReadAllText(f)).Select(m => (File: f, Text: m.Value)))
            .Where(m => !Limited().IsMatch(m.Text))
            .Should()
            .BeEmpty();

    // Either a new expression or one of the static methods, up to the end of its statement.
    [GeneratedRegex(
        @"\bnew Regex\([^;]*;|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count)\([^;]*;",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Made();

    [GeneratedRegex(@"TimeSpan|TimeLimit|Patience|NonBacktracking", RegexOptions.None, 10_000)]
    private static partial Regex Limited();
}
