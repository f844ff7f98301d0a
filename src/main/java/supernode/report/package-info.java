/**
 * Documents: an {@link supernode.report.Report} says what a document holds, {@link
 * supernode.report.HtmlWriter} and {@link supernode.report.PdfWriter} write it in a language. No
 * display is needed, no clock is read: the same report gives the same bytes.
 */
package supernode.report;
