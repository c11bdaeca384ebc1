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

    /// <summary>A limit of time or steps was reached: not known.</summary>
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
/// the very end, <c>\d</c> is ASCII, a character is a code point. Matching takes linear time unless the pattern needs
/// backtracking (look-around, back-references, very large counts), which has a time limit. Thread-safe.
/// </summary>
public sealed class EcmaPattern
{
    private const int MaxLength = 10_000;
    private const int MostTimeouts = 3;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // .NET would also look for a match between the halves of a surrogate pair.
    private const string WholeCharacters = @"(?![\uDC00-\uDFFF])";

    private readonly NfaState[]? automaton;
    private readonly Lazy<string> dotNetPattern;
    private readonly Lazy<Regex> backtracking;
    private int timeouts;

    private EcmaPattern(string source, EcmaNode root)
    {
        Source = source;
        Root = root;
        automaton = NfaProgram.Compile(root);
        dotNetPattern = new Lazy<string>(() => DotNetEmitter.Emit(root));
        backtracking = new Lazy<Regex>(() => new Regex(WholeCharacters + DotNetPattern, Options, TimeLimit));
    }

    /// <summary>Time limit for matching one text against a pattern that needs backtracking.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>The pattern in the syntax of .NET, with the same meaning.</summary>
    public string DotNetPattern => dotNetPattern.Value;

    /// <summary>Whether matching time is linear in the text's length.</summary>
    public bool IsLinear => automaton is not null;

    /// <summary>
    /// Whether an automaton without choices, as libraries make one to write texts of a pattern, may take very many states:
    /// counts that are written out are long, or follow a repetition without end, as in <c>(a|b)*a(a|b){20}</c>.
    /// </summary>
    public bool MayExplode => PatternWeight.Of(Root) is { Characters: > 1_000 } or { AfterLoop: > 14 };

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
            return new(new EcmaPattern(pattern, EcmaParser.Parse(pattern)), null);
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
        if (automaton is not null)
        {
            return NfaMatcher.Match(automaton, text);
        }

        // A body can have any number of texts that each take all the time there is: after some of them nothing more is tried.
        if (Volatile.Read(ref timeouts) >= MostTimeouts)
        {
            return PatternMatch.Undecided;
        }

        try
        {
            return backtracking.Value.IsMatch(text) ? PatternMatch.Matches : PatternMatch.DoesNotMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref timeouts);
            return PatternMatch.Undecided;
        }
    }

    /// <summary>Whether a text is known to contain a match; false as well when a limit was reached.</summary>
    /// <param name="text">The text.</param>
    public bool IsMatch(string text) => Match(text) == PatternMatch.Matches;

    /// <summary>A text that the pattern may well match, made without an automaton; null when every one is very long.</summary>
    /// <param name="random">Decides which.</param>
    public string? Sample(Random random) => new PatternSample(random).Of(Root);

    /// <inheritdoc />
    public override string ToString() => Source;

    /// <summary>The same by backtracking, which must always agree.</summary>
    /// <param name="text">The text.</param>
    internal bool IsMatchByBacktracking(string text) => backtracking.Value.IsMatch(text);
}
