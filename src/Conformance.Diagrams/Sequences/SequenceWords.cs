using Conformance.Specification.Model;
using Conformance.Specification.Reading.Sequences;

namespace Conformance.Diagrams.Sequences;

/// <summary>A sequence diagram in words, for those who do not see it.</summary>
internal static class SequenceWords
{
    public static string Of(SequenceReading reading) => string.Join(' ', reading.Drawn.Select(Of).Where(w => w != ""));

    private static string Of(DrawnElement element) =>
        element switch
        {
            DrawnElement.Message message => Of(message.Sent),
            DrawnElement.Note note => $"Note at {string.Join(", ", note.Participants)}: {note.Text}.",
            DrawnElement.FrameBegins { Word: "rect" or "box" } => "",
            DrawnElement.FrameBegins frame => $"{frame.Word} {frame.Condition}:",
            DrawnElement.BranchBegins branch => $"or {branch.Condition}:",
            _ => "",
        };

    private static string Of(DiagramMessage message) =>
        message.From == message.To ? $"{message.From}: {message.Text.Value}."
        : message is { IsAnswer: true, IsAsynchronous: false }
            ? $"{message.From} answers {message.To}: {message.Text.Value}."
        : $"{message.From} sends {message.To}: {message.Text.Value}.";
}
