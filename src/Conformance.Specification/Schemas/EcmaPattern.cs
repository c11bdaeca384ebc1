using System.Text.RegularExpressions;
using Conformance.Specification.Schemas.Patterns;

namespace Conformance.Specification.Schemas;

/// <summary>Whether a text matches a pattern.</summary>
public enum PatternMatch
{
    /// <summary>It matches.</summary>
    Matches,

    /// <summary>It does not.</summary>
    DoesNotMatch,

    /// <summary>The pattern needs backtracking and the time limit was reached: not known.</summary>
    Undecided,
}

/// <summary>What is wrong with a pattern.</summary>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Position">0-based position in the pattern, in UTF-16 units.</param>
public sealed record PatternError(string Message, int Position);

/// <summary>A compiled pattern or the reason why there is none; exactly one of both.</summary>
/// <param name="Pattern">The compiled pattern.</param>
/// <param name="Error">What is wrong.</param>
public sealed record PatternResult(EcmaPattern? Pattern, PatternError? Error);

/// <summary>
/// A regular expression with the meaning ECMA-262 gives it under the <c>u</c> flag, as JSON Schema asks: <c>$</c> is
/// the very end, <c>\d</c> is ASCII, a character is a code point. Runs in linear time unless the pattern needs
/// backtracking (look-around, back-references, very large counts), which has a time limit. Thread-safe.
/// </summary>
public sealed class EcmaPattern
{
    private const int MaxLength = 10_000;

    private readonly Regex regex;

    private EcmaPattern(string source, EcmaNode root, Regex regex)
    {
        Source = source;
        Root = root;
        this.regex = regex;
    }

    /// <summary>Time limit for matching one text against a pattern that needs backtracking.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>The pattern in the syntax of .NET, with the same meaning.</summary>
    public string DotNetPattern => regex.ToString();

    /// <summary>Whether matching time is linear in the text's length.</summary>
    public bool IsLinear => regex.Options.HasFlag(RegexOptions.NonBacktracking);

    internal EcmaNode Root { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <param name="pattern">The pattern without delimiters.</param>
    public static PatternResult Compile(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            return new(
                null,
                new PatternError($"patterns of more than {MaxLength} characters are not supported", MaxLength)
            );
        }

        try
        {
            var root = EcmaParser.Parse(pattern);
            return new(new EcmaPattern(pattern, root, Build(DotNetEmitter.Emit(root))), null);
        }
        catch (EcmaSyntaxException error)
        {
            return new(null, new PatternError(error.Message, error.Position));
        }
    }

    /// <summary>Whether a text contains a match.</summary>
    /// <param name="text">The text.</param>
    public PatternMatch Match(string text)
    {
        try
        {
            return regex.IsMatch(text) ? PatternMatch.Matches : PatternMatch.DoesNotMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternMatch.Undecided;
        }
    }

    /// <summary>Whether a text is known to contain a match; false as well when the time limit was reached.</summary>
    /// <param name="text">The text.</param>
    public bool IsMatch(string text) => Match(text) == PatternMatch.Matches;

    /// <inheritdoc />
    public override string ToString() => Source;

    private static Regex Build(string dotNet)
    {
        const RegexOptions Common = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        try
        {
            return new Regex(dotNet, Common | RegexOptions.NonBacktracking, TimeLimit);
        }
        catch (NotSupportedException)
        {
            return new Regex(dotNet, Common, TimeLimit);
        }
    }
}
