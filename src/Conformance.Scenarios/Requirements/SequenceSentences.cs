using System.Globalization;
using Conformance.Scenarios.Sequences;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>What a sequence diagram says, in sentences.</summary>
internal static class SequenceSentences
{
    /// <summary>The order of what can be seen on one way through a diagram.</summary>
    public static Requirement Of(DiagramPath path) =>
        Sentences.Contract(
            RequirementIds.Section("sequence_diagrams", path.Key),
            $"The target MUST keep to the sequence \"{path.Diagram.Title.Value}\"{When(path)}: {Shown(path)}.",
            path.Diagram.Title.Location
        );

    /// <summary>One message.</summary>
    public static Requirement Message(SequenceDiagram diagram, string key, int number)
    {
        var message = diagram.Messages[number];
        return Sentences.Contract(
            RequirementIds.Section(
                "sequence_diagrams",
                key,
                "messages",
                (number + 1).ToString(CultureInfo.InvariantCulture)
            ),
            $"In the sequence \"{diagram.Title.Value}\": {message.From} -> {message.To}: {message.Text.Value}.",
            message.Text.Location
        );
    }

    /// <summary>What can be seen on a way, in order: <c>POST /api/v1/orders, 201, order.created</c>.</summary>
    public static string Shown(DiagramPath path) =>
        string.Join(", ", path.Messages.Select(m => Shown(m.Message)).OfType<string>().DefaultIfEmpty("nothing"));

    private static string? Shown(DiagramMessage message) =>
        message.Meaning switch
        {
            DiagramMeaning.Call call => call.Endpoint.Name,
            DiagramMeaning.Answer { Status: { } status } answer =>
                $"{status.ToString(CultureInfo.InvariantCulture)} {answer.ErrorCode}".TrimEnd(),
            DiagramMeaning.Answer { ErrorCode: { } code } => code,
            DiagramMeaning.Answer => "success",
            DiagramMeaning.Delivery delivery => delivery.Event.Name.Value,
            _ => null,
        };

    private static string When(DiagramPath path) => path.Choices.Length == 0 ? "" : $" ({path.Choices})";
}
