using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>
/// Finds the field that a phrase names: a path from the root, else the only field of that name anywhere. Elements of
/// arrays are spoken of as if the first were meant, so <c>quantity</c> is <c>items[0].quantity</c>.
/// </summary>
internal sealed partial class FieldSearch(IReadOnlyDictionary<string, SchemaNode> dataModels)
{
    private const int MaxFields = 5_000;
    private const int MaxSteps = 100_000;

    /// <summary>The places that the name may mean: one when it is clear, none when there is no such field.</summary>
    public IReadOnlyList<string> Find(SchemaNode root, string name)
    {
        var fields = Fields(root).Distinct(StringComparer.Ordinal).ToList();
        var wanted = Normal(name);
        if (fields.FirstOrDefault(f => Normal(f) == wanted) is { } exact)
        {
            return [Indexed(name, exact)];
        }

        return [.. fields.Where(f => Normal(f).EndsWith("." + wanted, StringComparison.Ordinal))];
    }

    /// <summary>All fields in body notation.</summary>
    public IEnumerable<string> Fields(SchemaNode root) => Walk(root, "", [], new Steps()).Take(MaxFields);

    private IEnumerable<string> Walk(SchemaNode node, string path, HashSet<string> entered, Steps steps)
    {
        // Parts without fields can be as many as there are ways through the models.
        if (++steps.Count > MaxSteps)
        {
            yield break;
        }

        if (node.Reference is { } reference && dataModels.TryGetValue(reference.Value, out var model))
        {
            // A model inside itself would never end; its first level says all its names.
            if (entered.Add(reference.Value))
            {
                foreach (var field in Walk(model, path, entered, steps))
                {
                    yield return field;
                }

                entered.Remove(reference.Value);
            }
        }

        foreach (var property in node.Properties)
        {
            var child = path.Length == 0 ? property.Name.Value : $"{path}.{property.Name.Value}";
            yield return child;
            foreach (var field in Walk(property.Schema, child, entered, steps))
            {
                yield return field;
            }
        }

        if (node.Items is not null)
        {
            foreach (var field in Walk(node.Items, path + "[0]", entered, steps))
            {
                yield return field;
            }
        }

        foreach (
            var field in node.AllOf.Concat(node.AnyOf).Concat(node.OneOf).SelectMany(n => Walk(n, path, entered, steps))
        )
        {
            yield return field;
        }
    }

    private sealed class Steps
    {
        public int Count { get; set; }
    }

    /// <summary>Indices that the phrase writes out are kept: <c>items[1].quantity</c>.</summary>
    private static string Indexed(string name, string field) =>
        Index().IsMatch(name) && Brackets().Count(name) == Brackets().Count(field) ? name.TrimStart('$', '.') : field;

    private static string Normal(string path) => Brackets().Replace(path.TrimStart('$', '.'), "");

    [GeneratedRegex(@"\[\d*\]", RegexOptions.None, 10_000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 10_000)]
    private static partial Regex Index();
}
