using Markdig;

namespace AsyncBasics.Course;

/// <summary>Which Markdown the course is written in: CommonMark with tables, notes and struck-out text.</summary>
public static class StepMarkdown
{
    /// <summary>Parses it.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().UsePipeTables().UseAlertBlocks().UseEmphasisExtras().Build();
}
