namespace Conformance.Reports.Html.Evidence;

/// <summary>Texts that the page holds once, however many exchanges have them.</summary>
internal sealed class TextTable(EvidencePolicy policy)
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>The texts in the order of their indices.</summary>
    public IReadOnlyList<string> All => texts;

    /// <summary>The index of a text.</summary>
    /// <param name="text">The text.</param>
    public int Of(string text)
    {
        if (!indices.TryGetValue(text, out var index))
        {
            indices[text] = index = texts.Count;
            texts.Add(text);
            policy.Use(text.Length);
        }

        return index;
    }
}
