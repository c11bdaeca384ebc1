using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Conformance.Scenarios.Filtering;

/// <summary>Reads the text of a filter from left to right.</summary>
internal sealed class FilterReader(string text)
{
    private int at;

    /// <summary>The filter, or the first thing that is wrong.</summary>
    public CaseFilterResult Read()
    {
        var terms = ImmutableArray.CreateBuilder<FilterTerm>();
        while (SkipSeparators())
        {
            var (term, error) = ReadTerm();
            if (error is not null)
            {
                return new(null, error);
            }

            terms.Add(term!);
        }

        return new(CaseFilter.Of(terms.ToImmutable()), null);
    }

    private (FilterTerm? Term, CaseFilterError? Error) ReadTerm()
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '_' or '-'))
        {
            at++;
        }

        var name = text[start..at];
        if (FilterKey.All.FirstOrDefault(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } key)
        {
            var found =
                name.Length > 0 ? $"'{name}' is nothing a filter can ask for." : $"'{text[start]}' starts no term.";
            return (null, Error(found, start, $"one of {string.Join(", ", FilterKey.All.Select(k => k.Name))}"));
        }

        var isNegated = Accept("!=");
        if (!isNegated && !Accept("="))
        {
            return (
                null,
                Error($"'{name}' is not followed by a value.", at, $"'=' or '!=' and a value, as in {Example(key)}")
            );
        }

        var valueStart = at;
        var patterns = ReadValues();
        return Check(key, patterns) is { } problem
            ? (null, Error(problem, valueStart, Allowed(key)))
            : (new FilterTerm(key, patterns, isNegated), null);
    }

    private static string? Check(FilterKey key, ImmutableArray<string> patterns) =>
        patterns.Any(p => p.Length == 0) ? $"'{key.Name}' has no value."
        : key.Allowed.IsEmpty ? null
        : patterns.FirstOrDefault(p => !key.Allowed.Any(a => FileSystemName.MatchesSimpleExpression(p, a)))
            is { } unknown
            ? $"'{unknown}' is no {key.Name}."
        : null;

    private ImmutableArray<string> ReadValues()
    {
        var values = ImmutableArray.CreateBuilder<string>();
        do
        {
            values.Add(ReadValue());
        } while (Accept("|"));

        return values.ToImmutable();
    }

    private string ReadValue()
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var quote = text[at];
            var end = text.IndexOf(quote, at + 1);
            var quoted = end < 0 ? text[(at + 1)..] : text[(at + 1)..end];
            at = end < 0 ? text.Length : end + 1;
            return quoted;
        }

        var start = at;
        while (at < text.Length && text[at] is not (' ' or '\t' or ',' or '|' or '\n' or '\r'))
        {
            at++;
        }

        return text[start..at];
    }

    private bool SkipSeparators()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ','))
        {
            at++;
        }

        return at < text.Length;
    }

    private bool Accept(string expected)
    {
        var isThere = text.AsSpan(at).StartsWith(expected, StringComparison.Ordinal);
        at += isThere ? expected.Length : 0;
        return isThere;
    }

    private static string Allowed(FilterKey key) =>
        key.Allowed.IsEmpty ? Example(key) : $"one of {string.Join(", ", key.Allowed)}";

    private static string Example(FilterKey key) =>
        CaseFilter.AcceptedForms.First(form => form.StartsWith(key.Name, StringComparison.Ordinal));

    private static CaseFilterError Error(string message, int position, string expected) =>
        new(message, position + 1, expected);
}
