export { ExportTaxes, exportTaxes } from './export'
