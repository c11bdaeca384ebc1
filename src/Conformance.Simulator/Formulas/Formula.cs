using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Simulator.Formulas;

/// <summary>A formula of a computed field, for example <c>sum(items[].quantity * items[].unit_price)</c>. Decimal throughout.</summary>
internal abstract record Formula
{
    /// <summary>Reads a formula; null when it is none.</summary>
    public static Formula? Parse(string text) => new FormulaParser(text).Parse();

    /// <summary>The value over a resource's fields; null when a field it needs is missing.</summary>
    public decimal? Evaluate(JsonObject fields)
    {
        try
        {
            return Value(fields, ImmutableDictionary<string, int>.Empty);
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    /// <summary>The paths within.</summary>
    protected abstract IEnumerable<FieldPath> Paths { get; }

    /// <summary>The value while some arrays stand at an element.</summary>
    protected abstract decimal? Value(JsonObject fields, ImmutableDictionary<string, int> positions);

    /// <summary>A number.</summary>
    internal sealed record Number(decimal Constant) : Formula
    {
        /// <inheritdoc />
        protected override IEnumerable<FieldPath> Paths => [];

        /// <inheritdoc />
        protected override decimal? Value(JsonObject fields, ImmutableDictionary<string, int> positions) => Constant;
    }

    /// <summary>A field; <c>[]</c> stands for each element of an array.</summary>
    internal sealed record FieldPath(string Text) : Formula
    {
        /// <summary>The array the path runs through first and that stands at no element yet; null when there is none.</summary>
        public string? OpenArray(ImmutableDictionary<string, int> positions)
        {
            for (
                var at = Text.IndexOf("[]", StringComparison.Ordinal);
                at >= 0;
                at = Text.IndexOf("[]", at + 2, StringComparison.Ordinal)
            )
            {
                if (!positions.ContainsKey(Text[..at]))
                {
                    return Text[..at];
                }
            }

            return null;
        }

        /// <summary>The node the path leads to.</summary>
        public static JsonNode? Node(JsonObject fields, ImmutableDictionary<string, int> positions, string path)
        {
            JsonNode? node = fields;
            var walked = "";
            foreach (var step in path.Split('.'))
            {
                var name = step.Replace("[]", "", StringComparison.Ordinal);
                walked = walked.Length == 0 ? name : $"{walked}.{name}";
                node = (node as JsonObject)?[name];
                if (step.EndsWith("[]", StringComparison.Ordinal))
                {
                    var elements = node as JsonArray;
                    var index = positions.GetValueOrDefault(walked, -1);
                    node = index >= 0 && index < elements?.Count ? elements[index] : null;
                    walked += "[]";
                }
            }

            return node;
        }

        /// <inheritdoc />
        protected override IEnumerable<FieldPath> Paths => [this];

        /// <inheritdoc />
        protected override decimal? Value(JsonObject fields, ImmutableDictionary<string, int> positions) =>
            Node(fields, positions, Text) is { } node
            && decimal.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
    }

    /// <summary>Two values put together.</summary>
    internal sealed record Binary(char Operator, Formula Left, Formula Right) : Formula
    {
        /// <inheritdoc />
        protected override IEnumerable<FieldPath> Paths => Left.Paths.Concat(Right.Paths);

        /// <inheritdoc />
        protected override decimal? Value(JsonObject fields, ImmutableDictionary<string, int> positions)
        {
            var (left, right) = (Left.Value(fields, positions), Right.Value(fields, positions));
            return Operator switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                _ => left / right,
            };
        }
    }

    /// <summary>A function over the elements of an array, or of its arguments.</summary>
    internal sealed record Call(string Function, ImmutableArray<Formula> Arguments) : Formula
    {
        /// <inheritdoc />
        protected override IEnumerable<FieldPath> Paths => Arguments.SelectMany(a => a.Paths);

        /// <inheritdoc />
        protected override decimal? Value(JsonObject fields, ImmutableDictionary<string, int> positions)
        {
            if (Function is "round")
            {
                var digits = Arguments.Length > 1 ? Arguments[1].Value(fields, positions) ?? 0 : 0;
                return Arguments[0].Value(fields, positions) is { } exact
                    ? Math.Round(exact, (int)digits, MidpointRounding.AwayFromZero)
                    : null;
            }

            var elements = Arguments.SelectMany(a => Elements(a, fields, positions)).ToList();
            return Function switch
            {
                "count" => elements.Count,
                _ when elements.Contains(null) => null,
                "sum" => elements.Sum(),
                "min" => elements.Min(),
                "max" => elements.Max(),
                "avg" => elements.Average(),
                _ => null,
            };
        }

        private static IEnumerable<decimal?> Elements(
            Formula formula,
            JsonObject fields,
            ImmutableDictionary<string, int> positions
        )
        {
            var open = formula.Paths.FirstOrDefault(p => p.OpenArray(positions) is not null);
            if (open?.OpenArray(positions) is not { } array)
            {
                return [formula.Value(fields, positions)];
            }

            var count = (FieldPath.Node(fields, positions, array) as JsonArray)?.Count ?? 0;
            return Enumerable.Range(0, count).SelectMany(i => Elements(formula, fields, positions.SetItem(array, i)));
        }
    }
}
