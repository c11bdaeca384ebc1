using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Simulator.Formulas;

/// <summary>Reads formulas: numbers, fields, <c>+ - * /</c>, parentheses, and the functions sum, count, min, max, avg, round.</summary>
/// <param name="text">The formula.</param>
internal sealed partial class FormulaParser(string text)
{
    private readonly List<string> _tokens = [.. Token().Matches(text).Select(m => m.Value)];
    private int _at;

    private string? Next => _at < _tokens.Count ? _tokens[_at] : null;

    /// <summary>The formula; null when the text is none.</summary>
    public Formula? Parse()
    {
        var isComplete = string.Concat(_tokens) == string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var formula = isComplete ? Sum() : null;
        return Next is null ? formula : null;
    }

    private Formula? Sum() => Chain(Product, "+-");

    private Formula? Product() => Chain(Factor, "*/");

    private Formula? Chain(Func<Formula?> operand, string operators)
    {
        var left = operand();
        while (left is not null && Next is [var sign] && operators.Contains(sign))
        {
            _at++;
            left = operand() is { } right ? new Formula.Binary(sign, left, right) : null;
        }

        return left;
    }

    private Formula? Factor()
    {
        var token = Next;
        _at++;
        if (token is "(")
        {
            var inner = Sum();
            return Take(")") ? inner : null;
        }

        if (token is "-")
        {
            return Factor() is { } negated ? new Formula.Binary('-', new Formula.Number(0), negated) : null;
        }

        if (decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new Formula.Number(number);
        }

        return token is null || !Name().IsMatch(token) ? null
            : Take("(") ? Arguments(token)
            : new Formula.FieldPath(token);
    }

    private Formula.Call? Arguments(string function)
    {
        var arguments = new List<Formula>();
        do
        {
            if (Sum() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        } while (Take(","));

        return Take(")") ? new Formula.Call(function, [.. arguments]) : null;
    }

    private bool Take(string token)
    {
        var isThere = Next == token;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    [GeneratedRegex(
        @"[0-9]+(?:\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*(?:\[\])?(?:\.[A-Za-z_][A-Za-z0-9_]*(?:\[\])?)*|[-+*/(),]",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Token();

    [GeneratedRegex(@"\A[A-Za-z_]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Name();
}
